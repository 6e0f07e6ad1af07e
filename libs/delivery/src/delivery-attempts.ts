import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import { OrderBlockers, OrdersService } from '@app/orders';
import type { Delivery } from './delivery.entity.js';
import { findDelivery, lockDelivery, moveDelivery } from './delivery.store.js';
import type { DeliveryAttempt } from './delivery-attempt.entity.js';
import { insertAttempt, moveAttempt, openAttempts } from './delivery-attempt.store.js';
import { deliveryMachine } from './delivery-machine.js';

/** What beginning an attempt found. */
export type Beginning =
  | { readonly kind: 'begun'; readonly delivery: Delivery; readonly attempt: DeliveryAttempt }
  | { readonly kind: 'outcome_unknown'; readonly delivery: Delivery }
  | { readonly kind: 'too_early'; readonly delivery: Delivery }
  /** Something binds its order; it stays where it is until that ends. */
  | { readonly kind: 'blocked'; readonly delivery: Delivery; readonly why: string }
  /** Or called off in the same transaction, because its order has ended. */
  | { readonly kind: 'nothing_to_do' };

/**
 * The bookkeeping that makes a retry safe. An attempt marks the moment before its first byte of data; a later attempt that finds
 * such a mark without an end knows that the email may be out, and stops. An attempt without the mark is fenced off and replaced.
 */
@Injectable()
export class DeliveryAttempts {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly blockers: OrderBlockers,
    private readonly orders: OrdersService,
  ) {}

  async begin(deliveryId: string): Promise<Beginning> {
    return await this.source.transaction(async (manager) => {
      // The order first, then its delivery, as everywhere.
      const calledOff = await this.isCalledOff(manager, deliveryId);
      const why = await this.blockedBy(manager, deliveryId);
      const delivery = await lockDelivery(manager, deliveryId);
      if (!delivery || 'refused' in deliveryMachine.next(delivery.state, 'attempt'))
        return { kind: 'nothing_to_do' };
      const now = this.clock.now();
      if (now < delivery.sendAfter) return { kind: 'too_early', delivery };
      const unfinished = await openAttempts(manager, deliveryId);
      if (unfinished.some(({ dataStartedAt }) => dataStartedAt !== null))
        return { kind: 'outcome_unknown', delivery };
      if (calledOff) {
        for (const { id } of unfinished) await moveAttempt(manager, id, 'cancel', now);
        await moveDelivery(manager, deliveryId, 'cancel');
        return { kind: 'nothing_to_do' };
      }
      if (why !== null) return { kind: 'blocked', delivery, why };
      for (const { id } of unfinished) await moveAttempt(manager, id, 'abandon', now);
      const attempt: DeliveryAttempt = {
        id: newId(),
        deliveryId,
        startedAt: now,
        dataStartedAt: null,
        endedAt: null,
        outcome: null,
        detail: null,
      };
      await moveDelivery(manager, deliveryId, 'attempt');
      await insertAttempt(manager, attempt);
      return { kind: 'begun', delivery, attempt };
    });
  }

  /**
   * The bytes are about to leave.
   * @throws when this attempt has been replaced meanwhile, or something binds the order now (`order_blocked`); nothing may be sent then.
   */
  async markDataStarted({ id, deliveryId }: Pick<DeliveryAttempt, 'id' | 'deliveryId'>): Promise<void> {
    await this.source.transaction(async (manager) => {
      const why = await this.blockedBy(manager, deliveryId);
      if (why !== null) throw new DomainError('order_blocked', why);
      if (!(await moveAttempt(manager, id, 'startData', this.clock.now())))
        throw new Error('another attempt has taken over this delivery');
    });
  }

  /** Of an order that was cancelled or refunded after the approval nothing is sent. */
  private async isCalledOff(manager: EntityManager, deliveryId: string): Promise<boolean> {
    const delivery = await findDelivery(manager, deliveryId);
    if (delivery?.kind !== 'blueprint' || delivery.orderId === null) return false;
    return (await this.orders.lock(manager, delivery.orderId))?.state !== 'paid';
  }

  /** In words, what forbids sending this delivery; null when nothing does. Only blueprints are bound: people must still hear from us. */
  private async blockedBy(manager: EntityManager, deliveryId: string): Promise<string | null> {
    const delivery = await findDelivery(manager, deliveryId);
    if (delivery?.kind !== 'blueprint' || delivery.orderId === null) return null;
    try {
      await this.blockers.requireNone(manager, delivery.orderId);
      return null;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'order_blocked') return error.message;
      throw error;
    }
  }
}
