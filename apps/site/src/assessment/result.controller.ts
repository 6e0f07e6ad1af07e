import { Controller, Get, NotFoundException, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  Advice,
  type Answers,
  type AskedMove,
  AssessmentQuestions,
  AssessmentService,
  PAY_BANDS,
  type PersonalResult,
  PersonalScorer,
  ScoreDiary,
  type WhatIf,
} from '@app/assessment';
import { RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { LabourMarket, payAtHours } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { payChart } from '../pages/pay-chart.js';
import { AskedBy } from '../forms/sent-form.js';
import { addressOf } from './addresses.js';
import { AssessmentSessions } from './assessment-sessions.js';
import { notOpen } from './not-open.js';
import { QuestionQuery } from './question-form.js';
import { MoveQuery } from './move-query.js';
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
    private readonly diary: ScoreDiary,
    private readonly market: LabourMarket,
  ) {}

  @Get('first-result')
  @RateLimit({ limit: 120, seconds: 60 })
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
      carry_on: addressOf(this.asking.sequence.afterFirstResult(context)),
    });
  }

  @Get('result')
  @RateLimit({ limit: 120, seconds: 60 })
  async full(@Req() request: FastifyRequest, @AskedBy(MoveQuery) asked: MoveQuery): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { answers, result, id } = open.assessment;
    if (result === null)
      return seeOther(this.scorer.subjectOf(answers) ? addressOf('check') : this.jobAddress());
    const { completedAt } = await this.service.completed(id);
    const { open: openLink, picture, comments } = await this.advice.given(id);
    return view('site/assessment/result', {
      ...resultView(result, answers),
      skills_source: this.sourceOf('onetSkills'),
      interests_source: this.sourceOf('onetInterests'),
      ...this.payView(answers),
      move: this.scorer.whatIf(answers, moveOf(asked) ?? leverOf(result)) ?? null,
      move_asked: moveOf(asked) !== undefined,
      comments,
      open_link: openLink,
      picture_link: picture,
      code: open.code,
      email: open.assessment.email ?? '',
      completed_at: completedAt,
      diary_since: await this.diary.since({ id, completedAt }),
      expires_at: open.assessment.expiresAt,
    });
  }

  /** The figures of the same form, for the slider. 404 where there is no result, or nothing to move. */
  @Get('move')
  @RateLimit({ limit: 300, seconds: 60 })
  async move(@Req() request: FastifyRequest, @AskedBy(MoveQuery) asked: MoveQuery): Promise<WhatIf> {
    const assessment = (await this.sessions.open(request))?.assessment;
    const move = assessment?.result && this.scorer.whatIf(assessment.answers, moveOf(asked) ?? {});
    if (!move) throw new NotFoundException();
    return move;
  }

  /** Their pay band on the pay of the UK group, at their hours; nothing when they did not say, or nothing is published. */
  private payView(answers: Answers): { pay_chart: object | null; pay_source: string } {
    const codes = this.scorer.occupationOf(answers)?.ukCodes ?? [];
    const published = answers.payBand && this.market.payFor(codes, answers.region);
    if (!answers.payBand || !published) return { pay_chart: null, pay_source: '' };
    const { source, vintage, name } = published;
    const pay = { ...published, ...payAtHours(published, answers.hoursPerWeek) };
    return {
      pay_chart: payChart(pay, name ?? 'The wider group', PAY_BANDS[answers.payBand]),
      pay_source: `${source} (${vintage}).`,
    };
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

/** What was asked; undefined when nothing was. */
const moveOf = ({ from, to, hours }: MoveQuery): AskedMove | undefined =>
  from === undefined && to === undefined ? undefined : { from, to, hours };

/** The first lever, so that the form begins where the table does. */
const leverOf = ({ levers: [first] }: PersonalResult): AskedMove =>
  first ? { from: first.fromTaskId, to: first.toTaskId, hours: first.hours } : {};
