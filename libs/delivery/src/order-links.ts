import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError, plusDays } from '@app/kernel';
import { type Order, type OrderActor, OrdersService, shareOrder } from '@app/orders';
import { ReceiptsService } from '@app/payments';
import { countNotices } from './delivery.store.js';
import { DeliveryOutbox } from './delivery-outbox.js';
import { SignedLinks } from './signed-links.js';

/** In a day, to one address. */
const MOST_A_DAY = 3;
const NOTICE = 'order-link';

/** Sends people the way back to their order. The link goes by email alone, so whoever asks learns nothing. */
@Injectable()
export class OrderLinks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly receipts: ReceiptsService,
    private readonly outbox: DeliveryOutbox,
    private readonly files: SignedLinks,
  ) {}

  /**
   * Queues the link when both belong to one order, and does nothing otherwise; the caller must answer alike.
   * @param number the reference of the order (`PW-7K3M-9QXT`) or the number of its receipt (`PW-R-000001`).
   */
  async send(email: string, number: string): Promise<void> {
    const order = await this.find(number.trim().toUpperCase());
    if (order?.customerEmail.toLowerCase() !== email.trim().toLowerCase()) return;
    const now = this.clock.now();
    await this.source.transaction(async (manager) => {
      const recipient = order.customerEmail;
      // Whoever changes the address meanwhile waits, and then finds this email. The order before the address, as everywhere.
      if ((await shareOrder(manager, order.id))?.customerEmail !== recipient) return;
      if ((await countNotices(manager, plusDays(now, -1), { recipient, notice: NOTICE })) >= MOST_A_DAY)
        return;
      await this.outbox.enqueueEmail(manager, {
        kind: 'notice',
        subjectKey: `order-link:${order.id}:${now.toISOString()}`,
        orderId: order.id,
        recipient,
        sendAfter: now,
        data: { notice: NOTICE },
      });
    });
  }

  /**
   * Closes the order's page at its present address and opens it at a new one, which is emailed to the customer. Links to its files stop working:
   * whoever had the page could have taken one along.
   * @returns the secret part of the new address. @throws DomainError `order_not_found`
   */
  async renew(orderId: string, actor: OrderActor): Promise<string> {
    return await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      if (!order) throw new DomainError('order_not_found', 'There is no such order.');
      const token = await this.orders.renewLink(manager, orderId, actor);
      await this.files.revokeAll(manager, orderId);
      const now = this.clock.now();
      await this.outbox.enqueueEmail(manager, {
        kind: 'notice',
        subjectKey: `order-link:${orderId}:renewed:${now.toISOString()}`,
        orderId,
        recipient: order.customerEmail,
        sendAfter: now,
        data: { notice: NOTICE },
      });
      return token;
    });
  }

  private async find(number: string): Promise<Order | null> {
    const receipt = /^PW-R-\d{6,}$/.test(number) ? await this.receipts.byNumber(number) : null;
    return receipt ? await this.orders.byId(receipt.orderId) : await this.orders.byReference(number);
  }
}
