import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  AssessmentService,
  INTEREST_STATEMENT_IDS,
  INTEREST_STATEMENTS,
  LIKING_WORDS,
  LIKINGS,
  PersonalScorer,
} from '@app/assessment';
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
  record,
  revisionOf,
} from './questions.js';

const ROWS = INTEREST_STATEMENT_IDS.map((id) => ({ field: id, name: INTEREST_STATEMENTS[id] }));

/** Question 8: interests. Wholly optional; shown apart from the match. */
@Controller(PAGES.interests)
export class InterestsController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly scorer: PersonalScorer,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View> {
    const open = await this.sessions.open(request);
    return open ? this.show(open, { ...open.assessment.answers.interests }, fromQuery(query)) : notOpen();
  }

  @Post()
  async save(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const options = fromQuery(body);
    const input = record(body)['skip'] === undefined ? readChoices(body, ROWS) : {};
    const checked = checkChoices(input, ROWS, LIKINGS);
    if ('errors' in checked) return this.show(open, input, { ...options, errors: checked.errors });
    const answers = Object.keys(checked.chosen).length > 0 ? { interests: checked.chosen } : {};
    const saved = await this.service.saveScreen(open.code, 'interests', answers, revisionOf(body));
    return onwards(options.fromCheck ? PAGES.check : PAGES.moving, body, saved);
  }

  private show(
    open: OpenAssessment,
    values: Readonly<Record<string, string | undefined>>,
    options: QuestionOptions,
  ): View {
    const data = {
      rows: ROWS.map((row) => ({ ...row, value: values[row.field] ?? '' })),
      choices: LIKINGS.map((id) => ({ id, words: LIKING_WORDS[id] })),
    };
    const skipped = 'notAsked' in this.scorer.skillQuestionsFor(open.assessment.answers);
    const back = skipped && !options.fromCheck ? { back: PAGES.work } : {};
    return question('interests', 'interests', open, data, { ...back, ...options });
  }
}
