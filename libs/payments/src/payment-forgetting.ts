import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { emptyEvents, lastPayments, removePaymentsOfOrders } from './payment-forgetting.store.js';

/** What was paid, given back and told by Stripe, once its time is over. */
@Injectable()
export class PaymentForgetting {
  /** When money last came in for each of these orders, accepted or not; an order without any is not in the map. */
  async lastPayments(
    manager: EntityManager,
    orderIds: readonly string[],
  ): Promise<ReadonlyMap<string, Date>> {
    return await lastPayments(manager, orderIds);
  }

  /** Removes payments, refunds, receipts and pay pages of these orders. */
  async removeOrders(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
    await removePaymentsOfOrders(manager, orderIds);
  }

  /**
   * What Stripe wrote to us repeats names and addresses: empties it, if it was dealt with at or before a moment. Id, type and outcome stay, so
   * that a message that comes again is still known. @returns how many, at most `limit`.
   */
  async emptyMessages(manager: EntityManager, before: Date, limit: number): Promise<number> {
    return await emptyEvents(manager, before, limit);
  }
}
