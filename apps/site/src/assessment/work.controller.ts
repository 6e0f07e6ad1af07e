import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AssessmentService, PAY_BANDS, PersonalScorer, REGIONS, WORK_LEVELS } from '@app/assessment';
import { type SeeOther, validateForm, type View } from '@app/http';
import { SECTORS } from '@app/occupations';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import { WorkForm } from './forms/work.form.js';
import {
  fromQuery,
  notOpen,
  onwards,
  PAGES,
  question,
  type QuestionOptions,
  record,
  revisionOf,
  textOf,
} from './questions.js';

const FIELDS = ['level', 'years', 'sector', 'region', 'hoursPerWeek', 'payBand'] as const;

/** Question 6: level, years, sector, region, hours, pay. */
@Controller(PAGES.work)
export class WorkController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly scorer: PersonalScorer,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View> {
    const open = await this.sessions.open(request);
    return open ? this.show(open, open.assessment.answers, fromQuery(query)) : notOpen();
  }

  @Post()
  async save(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { value, errors } = await validateForm(WorkForm, body);
    const options = fromQuery(body);
    if (errors) return this.show(open, body, { ...options, errors });
    const saved = await this.service.saveScreen(open.code, 'work', { ...value }, revisionOf(body));
    const asked = 'questions' in this.scorer.skillQuestionsFor(open.assessment.answers);
    const next = asked ? PAGES.skills : PAGES.interests;
    return onwards(options.fromCheck ? PAGES.check : next, body, saved);
  }

  private show(open: OpenAssessment, given: unknown, options: QuestionOptions): View {
    const fields = record(given);
    const values = Object.fromEntries(
      FIELDS.map((name) => [
        name,
        typeof fields[name] === 'number' ? String(fields[name]) : textOf(fields[name], 30),
      ]),
    );
    return question(
      'work',
      'about-you-work',
      open,
      {
        values,
        levels: Object.entries(WORK_LEVELS).map(([id, words]) => ({ id, words })),
        regions: Object.entries(REGIONS).map(([id, words]) => ({ id, words })),
        sectors: Object.entries(SECTORS).map(([id, words]) => ({ id, words })),
        pay_bands: Object.entries(PAY_BANDS).map(([id, { label }]) => ({ id, words: label })),
      },
      options,
    );
  }
}
