import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, newId } from '@app/kernel';
import { Delivery } from './delivery.entity.js';
import { DeliveryAttempt } from './delivery-attempt.entity.js';

/** What beginning an attempt found. */
export type Beginning =
  | { readonly kind: 'begun'; readonly delivery: Delivery; readonly attempt: DeliveryAttempt }
  | { readonly kind: 'outcome_unknown'; readonly delivery: Delivery }
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
      const delivery = await manager.findOne(Delivery, {
        where: { id: deliveryId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!delivery || !['queued', 'sending'].includes(delivery.state)) return { kind: 'nothing_to_do' };
      const unfinished: DeliveryAttempt[] = await manager
        .createQueryBuilder(DeliveryAttempt, 'attempt')
        .where('attempt.delivery_id = :deliveryId and attempt.ended_at is null', { deliveryId })
        .getMany();
      const now = this.clock.now();
      if (unfinished.some(({ dataStartedAt }) => dataStartedAt !== null)) {
        await manager.update(Delivery, { id: deliveryId }, { state: 'unknown' });
        return { kind: 'outcome_unknown', delivery };
      }
      for (const { id } of unfinished)
        await manager.update(DeliveryAttempt, { id }, { endedAt: now, outcome: 'abandoned' });
      const attempt: DeliveryAttempt = {
        id: newId(),
        deliveryId,
        startedAt: now,
        dataStartedAt: null,
        endedAt: null,
        outcome: null,
        detail: null,
      };
      await manager.insert(DeliveryAttempt, attempt);
      await manager.update(Delivery, { id: deliveryId }, { state: 'sending' });
      return { kind: 'begun', delivery, attempt };
    });
  }

  /** @throws when this attempt has been replaced meanwhile; nothing may be sent then. */
  async markDataStarted(attemptId: string): Promise<void> {
    const { affected } = await this.source.manager
      .createQueryBuilder()
      .update(DeliveryAttempt)
      .set({ dataStartedAt: this.clock.now() })
      .where('id = :attemptId and ended_at is null', { attemptId })
      .execute();
    if (affected !== 1) throw new Error('another attempt has taken over this delivery');
  }
}
