import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, plusDays } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { ReceiptsService } from '@app/payments';
import { deliveriesOf } from './delivery.store.js';
import { DeliveryOutbox } from './delivery-outbox.js';
import { SentAgain } from './sent-again.js';

/** In a day and of a kind: who has the address of an order page must not be able to fill somebody's mailbox. */
const MOST_A_DAY = 3;

/** What came of asking for an email again. */
export type Requested = 'sent' | 'enough' | 'nothing_yet';

/** Emails that customers ask for on their order page. They go to the address of the order and nowhere else. */
@Injectable()
export class RequestedEmails {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly receipts: ReceiptsService,
    private readonly outbox: DeliveryOutbox,
    private readonly again: SentAgain,
  ) {}

  /** The receipt and every credit note, as files. */
  async receipt(orderId: string): Promise<Requested> {
    if (!(await this.receipts.forOrder(orderId))) return 'nothing_yet';
    return await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      if (!order || order.erasedAt) return 'nothing_yet';
      const now = this.clock.now();
      const asked = (await deliveriesOf(manager, { orderId })).filter(
        ({ data, createdAt }) => data['notice'] === 'receipt' && createdAt > plusDays(now, -1),
      ).length;
      if (asked >= MOST_A_DAY) return 'enough';
      await this.outbox.enqueueEmail(manager, {
        kind: 'notice',
        subjectKey: `receipt:${orderId}:${now.toISOString()}`,
        orderId,
        recipient: order.customerEmail,
        sendAfter: now,
        data: { notice: 'receipt' },
      });
      return 'sent';
    });
  }

  /** The delivered blueprint once more. @throws DomainError `order_blocked` while something binds the order. */
  async blueprint(orderId: string): Promise<Requested> {
    const sent = (await deliveriesOf(this.source.manager, { orderId })).filter(
      ({ kind, state }) => kind === 'blueprint' && state !== 'cancelled',
    );
    const last = sent.findLast(({ state }) => state === 'accepted');
    if (!last) return 'nothing_yet';
    const dayAgo = plusDays(this.clock.now(), -1);
    const asked = sent.filter(
      ({ subjectKey, createdAt }) => subjectKey.startsWith('again:') && createdAt > dayAgo,
    );
    if (asked.length >= MOST_A_DAY) return 'enough';
    await this.again.send(last.id, { kind: 'customer' });
    return 'sent';
  }
}
