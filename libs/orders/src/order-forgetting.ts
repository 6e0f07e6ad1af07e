import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hasEvent } from './order/order-events.store.js';
import {
  assessmentsWithOrders,
  type EndedOrder,
  type ErasureDates,
  ordersDueForErasure,
  ordersMadeBefore,
  removeOrders,
  unpaidOrdersEnded,
} from './order/order-forgetting.store.js';
import type { Order } from './order/order.entity.js';
import { ordersOn, otherLiveOrders } from './order/orders.store.js';

/** Orders, once the time of what they were about is over. In batches, in the order of their ids; `after` is the last of the batch before. */
@Injectable()
export class OrderForgetting {
  /** Orders whose answers and blueprint have been kept long enough. */
  async dueForErasure(
    manager: EntityManager,
    dates: ErasureDates,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    return await ordersDueForErasure(manager, dates, after, limit);
  }

  /** Orders that ended at or before a moment and were never paid, locked; those that somebody is at work on are left out. */
  async endedUnpaid(
    manager: EntityManager,
    before: Date,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    return await unpaidOrdersEnded(manager, before, after, limit);
  }

  /**
   * Orders made before a moment for which, as far as orders know, no money moved since, locked. Payments that never were an order's may have
   * come later: that is for the caller to ask.
   */
  async quietSince(
    manager: EntityManager,
    before: Date,
    after: string | null,
    limit: number,
  ): Promise<EndedOrder[]> {
    return await ordersMadeBefore(manager, before, after, limit);
  }

  /** Every order on an assessment. @param lock until the caller's transaction ends. */
  async ordersOn(
    manager: EntityManager,
    assessmentId: string,
    options?: { lock: boolean },
  ): Promise<Order[]> {
    return await ordersOn(manager, assessmentId, options);
  }

  /** Those of these assessments that an order rests on. */
  async withOrders(manager: EntityManager, assessmentIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(await assessmentsWithOrders(manager, assessmentIds));
  }

  /** Whether the answers behind an order belong to another as well: a cancelled order may have been placed again. */
  async answersNeededElsewhere(manager: EntityManager, order: Order): Promise<boolean> {
    return (await otherLiveOrders(manager, order)).some(({ erasedAt }) => erasedAt === null);
  }

  /** Whether a bank was asked to decide about the payment, and has not yet. */
  async isDisputeOpen(manager: EntityManager, { id, disputedAt }: Order): Promise<boolean> {
    return disputedAt !== null && !(await hasEvent(manager, id, 'dispute_closed'));
  }

  /** Removes orders with their consents and events; what others keep of them must be gone before. @returns the assessments they rested on. */
  async remove(manager: EntityManager, orderIds: readonly string[]): Promise<string[]> {
    return await removeOrders(manager, orderIds);
  }
}
