import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, newId } from '@app/kernel';
import type { Delivery } from './delivery.entity.js';
import { lockDelivery, moveDelivery } from './delivery.store.js';
import type { DeliveryAttempt } from './delivery-attempt.entity.js';
import { insertAttempt, moveAttempt, openAttempts } from './delivery-attempt.store.js';
import { deliveryMachine } from './delivery-machine.js';

/** What beginning an attempt found. */
export type Beginning =
  | { readonly kind: 'begun'; readonly delivery: Delivery; readonly attempt: DeliveryAttempt }
  | { readonly kind: 'outcome_unknown'; readonly delivery: Delivery }
  | { readonly kind: 'too_early'; readonly delivery: Delivery }
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
  ) {}

  async begin(deliveryId: string): Promise<Beginning> {
    return await this.source.transaction(async (manager) => {
      const delivery = await lockDelivery(manager, deliveryId);
      if (!delivery || 'refused' in deliveryMachine.next(delivery.state, 'attempt'))
        return { kind: 'nothing_to_do' };
      const now = this.clock.now();
      if (now < delivery.sendAfter) return { kind: 'too_early', delivery };
      const unfinished = await openAttempts(manager, deliveryId);
      if (unfinished.some(({ dataStartedAt }) => dataStartedAt !== null))
        return { kind: 'outcome_unknown', delivery };
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
      await insertAttempt(manager, attempt);
      await moveDelivery(manager, deliveryId, 'attempt');
      return { kind: 'begun', delivery, attempt };
    });
  }

  /** @throws when this attempt has been replaced meanwhile; nothing may be sent then. */
  async markDataStarted(attemptId: string): Promise<void> {
    if (!(await moveAttempt(this.source.manager, attemptId, 'startData', this.clock.now())))
      throw new Error('another attempt has taken over this delivery');
  }
}
