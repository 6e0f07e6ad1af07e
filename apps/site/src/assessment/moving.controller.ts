import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AssessmentService, AVOIDANCES, type Constraints, TRAVEL } from '@app/assessment';
import { type SeeOther, validateForm, type View } from '@app/http';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import { MovingForm } from './forms/moving.form.js';
import {
  fromQuery,
  listOf,
  notOpen,
  onwards,
  PAGES,
  question,
  type QuestionOptions,
  record,
  revisionOf,
  textOf,
} from './questions.js';

const FIELDS = ['lowestPay', 'monthsToTrain', 'travel', 'budget', 'hoursPerWeekForLearning'] as const;

/** Question 9: what would make a move work. */
@Controller(PAGES.moving)
export class MovingController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View> {
    const open = await this.sessions.open(request);
    return open ? this.show(open, open.assessment.answers.constraints ?? {}, fromQuery(query)) : notOpen();
  }

  @Post()
  async save(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { value, errors } = await validateForm(MovingForm, body);
    if (errors) return this.show(open, body, { ...fromQuery(body), errors });
    const given = Object.entries({ ...value }).filter(
      ([, answer]) => answer !== undefined && !(Array.isArray(answer) && answer.length === 0),
    );
    const constraints = Object.fromEntries(given) as Constraints;
    const saved = await this.service.saveScreen(
      open.code,
      'moving',
      given.length > 0 ? { constraints } : {},
      revisionOf(body),
    );
    return onwards(PAGES.check, body, saved);
  }

  private show(open: OpenAssessment, given: unknown, options: QuestionOptions): View {
    const fields = record(given);
    const values = Object.fromEntries(
      FIELDS.map((name) => [
        name,
        typeof fields[name] === 'number' ? String(fields[name]) : textOf(fields[name], 30),
      ]),
    );
    const avoided = listOf(fields['avoid']);
    return question(
      'moving',
      'moving',
      open,
      {
        values,
        travels: Object.entries(TRAVEL).map(([id, words]) => ({ id, words })),
        avoidances: Object.entries(AVOIDANCES).map(([id, words]) => ({
          id,
          words,
          chosen: avoided.includes(id),
        })),
      },
      options,
    );
  }
}
