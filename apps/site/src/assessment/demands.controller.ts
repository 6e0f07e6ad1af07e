import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AssessmentService, DEMAND_IDS, DEMAND_LEVELS, DEMAND_WORDS, DEMANDS } from '@app/assessment';
import type { SeeOther, View } from '@app/http';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import { checkChoices, readChoices } from './forms/choices.form.js';
import {
  fromQuery,
  notOpen,
  onwards,
  PAGES,
  question,
  type QuestionOptions,
  revisionOf,
} from './questions.js';

const ROWS = DEMAND_IDS.map((id) => ({ field: id, ...DEMANDS[id] }));

/** Question 5: what the work demands that slows tools down. */
@Controller(PAGES.demands)
export class DemandsController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View> {
    const open = await this.sessions.open(request);
    return open ? this.show(open, { ...open.assessment.answers.demands }, fromQuery(query)) : notOpen();
  }

  @Post()
  async save(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const input = readChoices(body, ROWS);
    const options = fromQuery(body);
    const checked = checkChoices(input, ROWS, DEMAND_LEVELS);
    if ('errors' in checked) return this.show(open, input, { ...options, errors: checked.errors });
    const answers = Object.keys(checked.chosen).length > 0 ? { demands: checked.chosen } : {};
    const saved = await this.service.saveScreen(open.code, 'demands', answers, revisionOf(body));
    return onwards(options.fromCheck ? PAGES.check : PAGES.work, body, saved);
  }

  private show(
    open: OpenAssessment,
    values: Readonly<Record<string, string | undefined>>,
    options: QuestionOptions,
  ): View {
    const data = {
      rows: ROWS.map((row) => ({ ...row, value: values[row.field] ?? '' })),
      choices: DEMAND_LEVELS.map((id) => ({ id, words: DEMAND_WORDS[id] })),
    };
    return question('demands', 'demands', open, data, options);
  }
}
