import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import {
  type Arrived,
  type FieldError,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  statusOf,
  type View,
  view,
} from '@app/http';
import { CLOCK, type Clock, DomainError, newId, promiseFor, unlessExhausted } from '@app/kernel';
import { CORRECTION_ABOUT, Corrections, LONGEST_REQUEST, type Order } from '@app/orders';
import { CorrectionForm } from './correction-form.js';
import { correctionStory } from './correction-story.js';
import { CustomerOrders } from './customer-orders.js';

/** Where a customer says what is wrong in their blueprint, under the secret address of its order. Free. */
@Controller('orders/:token/correction')
@RateLimit({ limit: 60, seconds: 60 })
export class CorrectionController {
  constructor(
    private readonly orders: CustomerOrders,
    private readonly corrections: Corrections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async page(@Param('token') token: string): Promise<View | SeeOther> {
    return await this.shown(token, await this.orders.behind(token));
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 600 })
  async ask(
    @Param('token') token: string,
    @Form(CorrectionForm) { value, errors, typed }: Arrived<CorrectionForm>,
  ): Promise<View | SeeOther> {
    const order = await this.orders.behind(token);
    if (errors) return await this.shown(token, order, { errors, typed, status: 422 });
    try {
      const { form_token: id, about, words } = value;
      await this.corrections.ask(order.id, { id, about, words });
      return seeOther(`/orders/${token}#correction`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const problem = { field: 'words', message: error.message };
      return await this.shown(token, order, { errors: [problem], typed, status: statusOf(error.code) });
    }
  }

  private async shown(
    token: string,
    order: Order,
    {
      errors = [],
      status = 200,
      typed = {},
    }: {
      errors?: readonly FieldError[];
      status?: number;
      typed?: Readonly<Record<string, unknown>>;
    } = {},
  ): Promise<View | SeeOther> {
    const until = this.corrections.possibleUntil(order);
    if (order.state !== 'paid' || !until || order.erasedAt) return seeOther(`/orders/${token}`);
    const now = this.clock.now();
    const open = await this.corrections.open(order.id);
    return view(
      'site/order/correction',
      {
        address: `/orders/${token}`,
        order,
        open: open && correctionStory(open, now),
        until,
        over: now > until,
        promise_at: unlessExhausted(() => promiseFor(now))?.promiseAt ?? null,
        choices: Object.entries(CORRECTION_ABOUT).map(([value, words]) => ({ value, words })),
        most: LONGEST_REQUEST,
        values: { about: '', words: '', form_token: newId(), ...typed },
        errors,
      },
      { status },
    );
  }
}
