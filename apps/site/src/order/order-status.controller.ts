import { Controller, Get, Inject, Logger, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Audit } from '@app/audit';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { type Arrived, Form, RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { Corrections, type Order, OrderBlockers, OrdersService } from '@app/orders';
import { CheckoutService, CreditNotes, OrderMoney, ReceiptsService, RefundsService } from '@app/payments';
import { correctionStory } from './correction-story.js';
import { CustomerOrders } from './customer-orders.js';
import { fileOpenings } from './file-openings.js';
import { CancelForm } from './order-form.js';
import { OrderDownloads } from './order-downloads.js';
import { OrderProgress } from './order-progress.js';
import { unavailable, unavailableIn } from './unavailable.js';
import { secondLook } from './second-look.js';
import { orderStory, type OrderStory } from './order-story.js';

/** The order's own page, under its secret address: true state, every step with its time, and what can be done. */
@Controller('orders/:token')
@RateLimit({ limit: 120, seconds: 60 })
export class OrderStatusController {
  private readonly log = new Logger(OrderStatusController.name);

  constructor(
    private readonly customers: CustomerOrders,
    private readonly orders: OrdersService,
    private readonly checkout: CheckoutService,
    private readonly receipts: ReceiptsService,
    private readonly refunds: RefundsService,
    private readonly money: OrderMoney,
    private readonly creditNotes: CreditNotes,
    private readonly progress: OrderProgress,
    private readonly downloads: OrderDownloads,
    private readonly blockers: OrderBlockers,
    private readonly audit: Audit,
    private readonly corrections: Corrections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async status(
    @Param('token') token: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<View> {
    let order = await this.customers.behind(token);
    const confirming = query['confirming'] === '1';
    if (confirming && order.state === 'awaiting_payment') {
      await this.checkout
        .refresh(order.id)
        .catch((error: unknown) => this.log.warn(`not confirmed yet: ${String(error)}`));
      order = await this.customers.behind(token);
    }
    const [story, receipt, refunds, notes, seen, corrections] = await Promise.all([
      this.story(order, confirming),
      this.receipts.forOrder(order.id),
      this.refunds.forOrder(order.id),
      this.creditNotes.forOrder(order.id),
      this.audit.about('order', order.id),
      this.corrections.of(order.id),
    ]);
    // A header, so that a page someone reads at leisure is not the page that jumps: it can be stopped, and ends when nothing is awaited.
    const looksAgain = story.refresh !== undefined && query['still'] !== '1';
    if (looksAgain) reply.header('refresh', String(story.refresh));
    return view('site/order/status', {
      ...addressOf(token),
      looks_again: looksAgain,
      order,
      cover: secondLook({ name: order.customerName }).cover,
      story,
      receipt,
      corrections: corrections.map((one) => correctionStory(one, this.clock.now())),
      correctable_until: this.corrections.possibleUntil(order),
      correcting: corrections.some(({ settledAt }) => settledAt === null),
      openings: fileOpenings(seen).map((one) => ({ ...one, iso: one.at.toISOString() })),
      refunds: refunds
        .filter(({ status }) => !['failed', 'canceled'].includes(status))
        .map((refund) => ({
          ...refund,
          note: notes.find(({ refundId }) => refundId === refund.id)?.number ?? '',
        })),
      asked: ['sent', 'enough', 'nothing-yet'].find((word) => word === query['asked']) ?? '',
      unavailable: story.canPay ? unavailableIn(query['unavailable']) : '',
    });
  }

  @Post('pay')
  @RateLimit({ limit: 20, seconds: 60 })
  async pay(@Param('token') token: string): Promise<SeeOther> {
    const order = await this.customers.behind(token);
    try {
      return seeOther((await this.checkout.open(order.id)).url);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return seeOther(`/orders/${token}${unavailable(error.code)}`);
    }
  }

  @Get('cancel')
  async askToCancel(@Param('token') token: string, @Query('again') again: unknown): Promise<View | SeeOther> {
    const order = await this.customers.behind(token);
    const { canCancel } = await this.story(order, false);
    return canCancel
      ? view('site/order/cancel', {
          ...addressOf(token),
          order,
          errors: again === undefined ? [] : [NOT_SURE],
        })
      : seeOther(`/orders/${token}`);
  }

  @Post('cancel')
  async cancel(
    @Param('token') token: string,
    @Form(CancelForm) { errors }: Arrived<CancelForm>,
  ): Promise<View | SeeOther> {
    const order = await this.customers.behind(token);
    if (errors) return seeOther(`/orders/${token}/cancel?again=1`);
    await this.orders.cancel(order.id, 'by the customer on the order page');
    return seeOther(`/orders/${token}`);
  }

  /** A fresh link to the file each time, so that one from an old email need not live for ever. */
  @Post('download')
  @RateLimit({ limit: 20, seconds: 60 })
  async download(@Param('token') token: string): Promise<SeeOther> {
    const url = await this.downloads.freshLink((await this.customers.behind(token)).id);
    return seeOther(url ?? `/orders/${token}`);
  }

  private async story(order: Order, confirming: boolean): Promise<OrderStory> {
    const [payPage, blockers, progress, money] = await Promise.all([
      this.checkout.payPageState(order.id),
      this.blockers.current(order.id),
      order.state === 'paid' ? this.progress.of(order.id) : {},
      this.money.of(order),
    ]);
    const payingFor = payPage === 'pending' ? await this.checkout.payingFor(order.id) : undefined;
    return orderStory({
      order,
      payPage,
      ...(payingFor && { payingFor }),
      progress,
      money,
      blockers: blockers.map(({ kind }) => kind),
      now: this.clock.now(),
      confirming,
    });
  }
}

const NOT_SURE = { field: 'sure', message: 'Tick the box if you want to cancel.' };

const addressOf = (token: string): { address: string } => ({ address: `/orders/${token}` });
