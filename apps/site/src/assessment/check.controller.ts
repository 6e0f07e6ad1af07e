import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AssessmentService, PersonalScorer } from '@app/assessment';
import { type SeeOther, seeOther, type View } from '@app/http';
import { AssessmentSessions } from './assessment-sessions.js';
import { fromQuery, notOpen, PAGES, question } from './questions.js';
import { answerLines } from './views/check-view.js';

/** The last page before the result: every answer with a way to change it. */
@Controller(PAGES.check)
export class CheckController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly scorer: PersonalScorer,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers } = open.assessment;
    if (!this.scorer.subjectOf(answers)) return seeOther(PAGES.job);
    const lines = answerLines(
      answers,
      this.scorer.occupationOf(answers),
      this.scorer.biggestTasksOf(answers),
      this.scorer.skillQuestionsFor(answers),
    );
    return question('check', 'check', open, { lines }, { kept: fromQuery(query).kept === true });
  }

  @Post()
  async finish(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (!this.scorer.subjectOf(open.assessment.answers)) return seeOther(PAGES.job);
    await this.service.complete(open.code);
    return seeOther(PAGES.result);
  }
}
