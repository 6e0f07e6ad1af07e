import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { answersAtOdds, AssessmentQuestions, AssessmentService } from '@app/assessment';
import { RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { AskedBy } from '../forms/sent-form.js';
import { addressOf } from './addresses.js';
import { AssessmentSessions } from './assessment-sessions.js';
import { notOpen } from './not-open.js';
import { QuestionQuery } from './question-form.js';

/** The last page before the result: every answer with a way to change it. */
@Controller('assessment/check')
export class CheckController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly asking: AssessmentQuestions,
  ) {}

  @Get()
  async page(
    @Req() request: FastifyRequest,
    @AskedBy(QuestionQuery) query: QuestionQuery,
  ): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers, revision } = open.assessment;
    const context = this.asking.context(answers);
    if (!context.subject) return seeOther(addressOf(this.asking.questions.byId('job')));
    return view('site/assessment/check', {
      ...this.asking.progress('check', context),
      back: addressOf(this.asking.sequence.before('check', context)),
      code: open.code,
      revision,
      errors: [],
      kept: query.kept === '1',
      title: 'Check your answers',
      lines: this.asking.told(answers),
      at_odds: answersAtOdds(answers),
    });
  }

  @Post()
  @RateLimit({ limit: 120, seconds: 60 })
  async finish(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (!this.asking.context(open.assessment.answers).subject)
      return seeOther(addressOf(this.asking.questions.byId('job')));
    await this.service.complete(open.code);
    return seeOther(addressOf('result'));
  }
}
