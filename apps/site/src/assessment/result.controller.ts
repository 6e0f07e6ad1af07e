import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Advice, AssessmentQuestions, AssessmentService, PersonalScorer } from '@app/assessment';
import { type SeeOther, seeOther, type View, view } from '@app/http';
import { Catalogue } from '@app/occupations';
import { AskedBy } from '../forms/sent-form.js';
import { addressOf } from './addresses.js';
import { AssessmentSessions } from './assessment-sessions.js';
import { notOpen } from './not-open.js';
import { QuestionQuery } from './question-form.js';
import { resultView } from './views/result-view.js';

/** The first result after three questions, and the full one. Neither is ever held back. */
@Controller('assessment')
export class ResultController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly scorer: PersonalScorer,
    private readonly asking: AssessmentQuestions,
    private readonly catalogue: Catalogue,
    private readonly advice: Advice,
  ) {}

  @Get('first-result')
  async first(
    @Req() request: FastifyRequest,
    @AskedBy(QuestionQuery) query: QuestionQuery,
  ): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers } = open.assessment;
    const context = this.asking.context(answers);
    if (!context.subject) return seeOther(this.jobAddress());
    return view('site/assessment/first-result', {
      ...resultView(this.scorer.score(answers), answers),
      code: open.code,
      kept: query.kept === '1',
      back: addressOf(this.asking.sequence.before('first-result', context)),
    });
  }

  @Get('result')
  async full(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers, result, id } = open.assessment;
    if (result === null)
      return seeOther(this.scorer.subjectOf(answers) ? addressOf('check') : this.jobAddress());
    const { completedAt } = await this.service.completed(id);
    const { open: openLink, comments } = await this.advice.given(id);
    return view('site/assessment/result', {
      ...resultView(result, answers),
      skills_source: this.sourceOf('onetSkills'),
      interests_source: this.sourceOf('onetInterests'),
      comments,
      open_link: openLink,
      code: open.code,
      email: open.assessment.email ?? '',
      completed_at: completedAt,
      expires_at: open.assessment.expiresAt,
    });
  }

  private jobAddress(): string {
    return addressOf(this.asking.questions.byId('job'));
  }

  /** Name and release of a source of the data set. */
  private sourceOf(id: string): string {
    const source = this.catalogue.dataset.sources.get(id);
    return source ? `${source.name} ${source.release}` : '';
  }
}
