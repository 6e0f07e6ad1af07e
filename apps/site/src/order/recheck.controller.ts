import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AssessmentService, PersonalScorer, shownDifference, splitDifference } from '@app/assessment';
import {
  type Arrived,
  type FieldError,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  type View,
  view,
} from '@app/http';
import { DomainError } from '@app/kernel';
import { DID, HELPED, LEAST_ANSWERS, type Order, OrdersService, Rechecks } from '@app/orders';
import { AssessmentSessions } from '../assessment/assessment-sessions.js';
import { FollowUpForm } from './recheck-form.js';

/** The re-check that belongs to a blueprint, under the secret address of its order: no account, nothing to pay. */
@Controller('orders/:token/recheck')
@RateLimit({ limit: 60, seconds: 60 })
export class RecheckController {
  constructor(
    private readonly orders: OrdersService,
    private readonly rechecks: Rechecks,
    private readonly assessments: AssessmentService,
    private readonly scorer: PersonalScorer,
    private readonly sessions: AssessmentSessions,
  ) {}

  @Get()
  async page(@Param('token') token: string, @Query('said') said: unknown): Promise<View | SeeOther> {
    return await this.shown(token, { said: said === '1' });
  }

  /** A copy of the answers behind the blueprint, to be changed like any assessment. */
  @Post('change')
  @RateLimit({ limit: 10, seconds: 600 })
  async change(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const order = await this.order(token);
    if (!this.rechecks.possibleFrom(order)) return seeOther(`/orders/${token}`);
    const { answers } = await this.assessments.completed(order.assessmentId);
    const { code, assessment } = await this.assessments.start(answers);
    await this.rechecks.changing(order.id, assessment.id);
    this.sessions.remember(reply, code);
    return seeOther('/assessment/check');
  }

  @Post()
  async answer(
    @Param('token') token: string,
    @Form(FollowUpForm) { value, errors, typed }: Arrived<FollowUpForm>,
  ): Promise<View | SeeOther> {
    if (errors) return await this.shown(token, { errors, typed, status: 422 });
    const order = await this.order(token);
    if (!this.rechecks.possibleFrom(order)) return seeOther(`/orders/${token}`);
    await this.rechecks.answer(order.id, value);
    return seeOther(`/orders/${token}/recheck?said=1`);
  }

  private async shown(
    token: string,
    {
      errors = [],
      status = 200,
      said = false,
      typed = {},
    }: {
      errors?: readonly FieldError[];
      status?: number;
      said?: boolean;
      typed?: Readonly<Record<string, unknown>>;
    },
  ): Promise<View | SeeOther> {
    const order = await this.order(token);
    const from = this.rechecks.possibleFrom(order);
    if (!from) return seeOther(`/orders/${token}`);
    const given = await this.assessments.completed(order.assessmentId);
    const recheck = await this.rechecks.of(order.id);
    const changed = recheck?.assessmentId ? await this.assessments.byId(recheck.assessmentId) : null;
    const finished = changed?.completedAt ? changed : null;
    const difference = shownDifference(
      splitDifference(given, finished?.answers ?? given.answers, this.scorer),
    );
    return view(
      'site/order/recheck',
      {
        address: `/orders/${token}`,
        order,
        given_at: given.completedAt,
        difference,
        signed: {
          you: signed(difference.you),
          world: signed(difference.world),
          method: signed(difference.method),
        },
        data_changed: given.catalogueVersion !== this.scorer.score(given.answers).catalogueVersion,
        changed: finished !== null,
        begun: changed !== null && finished === null,
        did: Object.entries(DID).map(([value, words]) => ({ value, words })),
        helped: Object.entries(HELPED).map(([value, words]) => ({ value, words })),
        values: { did: recheck?.did ?? '', helped: recheck?.helped ?? '', ...typed },
        answered: typeof recheck?.did === 'string',
        least: LEAST_ANSWERS,
        errors,
        said,
      },
      { status },
    );
  }

  private async order(token: string): Promise<Order> {
    const order = await this.orders.byAccessToken(token);
    if (!order)
      throw new DomainError(
        'order_not_found',
        'There is no order at this address. Please open it again from your email.',
      );
    return order;
  }
}

/** "+3", "−2", "0". */
const signed = (points: number): string =>
  points === 0 ? '0' : `${points > 0 ? '+' : '−'}${Math.abs(points)}`;
