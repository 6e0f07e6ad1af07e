import { Controller, Get, Inject, Logger, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Audit } from '@app/audit';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { type Arrived, Form, RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { type Order, OrderBlockers, OrdersService } from '@app/orders';
import { CheckoutService, ReceiptsService, RefundsService } from '@app/payments';
import { fileOpenings } from './file-openings.js';
import { CancelForm } from './order-form.js';
import { OrderDownloads } from './order-downloads.js';
import { OrderProgress } from './order-progress.js';
import { orderStory, type OrderStory } from './order-story.js';

/** The order's own page, under its secret address: true state, every step with its time, and what can be done. */
@Controller('orders/:token')
@RateLimit({ limit: 120, seconds: 60 })
export class OrderStatusController {
  private readonly log = new Logger(OrderStatusController.name);

  constructor(
    private readonly orders: OrdersService,
    private readonly checkout: CheckoutService,
    private readonly receipts: ReceiptsService,
    private readonly refunds: RefundsService,
    private readonly progress: OrderProgress,
    private readonly downloads: OrderDownloads,
    private readonly blockers: OrderBlockers,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async status(
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<View> {
    let order = await this.order(token);
    const confirming = query['confirming'] === '1';
    if (confirming && order.state === 'awaiting_payment') {
      await this.checkout
        .refresh(order.id)
        .catch((error: unknown) => this.log.warn(`not confirmed yet: ${String(error)}`));
      order = await this.order(token);
    }
    const [story, receipt, refunds, seen] = await Promise.all([
      this.story(order, confirming),
      this.receipts.forOrder(order.id),
      this.refunds.forOrder(order.id),
      this.audit.about('order', order.id),
    ]);
    // A header, so that a page someone reads at leisure is not the page that jumps: it can be stopped, and ends when nothing is awaited.
    const looksAgain = story.refresh !== undefined && query['still'] !== '1';
    if (looksAgain) reply.header('refresh', String(story.refresh));
    return view('site/order/status', {
      ...addressOf(token),
      looks_again: looksAgain,
      order,
      story,
      receipt,
      openings: fileOpenings(seen).map((one) => ({ ...one, iso: one.at.toISOString() })),
      refunds: refunds.filter(({ status }) => !['failed', 'canceled'].includes(status)),
      unavailable: query['unavailable'] === '1' && story.canPay,
    });
  }

  @Post('pay')
  @RateLimit({ limit: 20, seconds: 60 })
  async pay(@Param('token') token: string): Promise<SeeOther> {
    const order = await this.order(token);
    try {
      return seeOther((await this.checkout.open(order.id)).url);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return seeOther(
        `/orders/${token}${error.code === 'payment_gateway_unavailable' ? '?unavailable=1' : ''}`,
      );
    }
  }

  @Get('cancel')
  async askToCancel(@Param('token') token: string): Promise<View | SeeOther> {
    const order = await this.order(token);
    const { canCancel } = await this.story(order, false);
    return canCancel
      ? view('site/order/cancel', { ...addressOf(token), order, errors: [] })
      : seeOther(`/orders/${token}`);
  }

  @Post('cancel')
  async cancel(
    @Param('token') token: string,
    @Form(CancelForm) { errors }: Arrived<CancelForm>,
  ): Promise<View | SeeOther> {
    const order = await this.order(token);
    if (errors) return view('site/order/cancel', { ...addressOf(token), order, errors }, { status: 422 });
    await this.orders.cancel(order.id, 'by the customer on the order page');
    return seeOther(`/orders/${token}`);
  }

  @Get('receipt')
  async receipt(@Param('token') token: string): Promise<View> {
    const order = await this.order(token);
    const receipt = await this.receipts.forOrder(order.id);
    if (!receipt)
      throw new DomainError('not_found', 'There is no receipt yet: this order has not been paid.');
    return view('site/order/receipt', {
      ...addressOf(token),
      order,
      receipt,
      refunds: await this.refunds.forOrder(order.id),
    });
  }

  /** A fresh link to the file each time, so that one from an old email need not live for ever. */
  @Post('download')
  @RateLimit({ limit: 20, seconds: 60 })
  async download(@Param('token') token: string): Promise<SeeOther> {
    const url = await this.downloads.freshLink((await this.order(token)).id);
    return seeOther(url ?? `/orders/${token}`);
  }

  private async story(order: Order, confirming: boolean): Promise<OrderStory> {
    const [standing, blockers, progress] = await Promise.all([
      this.checkout.standing(order.id),
      this.blockers.standing(order.id),
      order.state === 'paid' ? this.progress.of(order.id) : {},
    ]);
    return orderStory({
      order,
      standing,
      progress,
      blockers: blockers.map(({ kind }) => kind),
      now: this.clock.now(),
      confirming,
    });
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

const addressOf = (token: string): { address: string } => ({ address: `/orders/${token}` });
