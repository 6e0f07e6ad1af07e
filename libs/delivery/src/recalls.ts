import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { ActRunner, mustBeDone, type OrderActor, recall } from '@app/orders';
import { ApprovedReviews } from '@app/review';
import { callBackDelivery, deliveriesOf, lockDelivery } from './delivery.store.js';

/** Calls an approved blueprint back before it is sent. */
@Injectable()
export class Recalls {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly acts: ActRunner,
    private readonly approvals: ApprovedReviews,
  ) {}

  /**
   * Stops the email that waits and puts the draft back into the queue, in one transaction.
   * @throws DomainError `recall_too_late` when it is being sent or may be out, `recall_impossible` when nothing is approved, `order_delivered`.
   */
  async recall(orderId: string, actor: OrderActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      mustBeDone(await this.acts.run(manager, recall, orderId, { at: this.clock.now() }, actor));
      const approved = await this.approvals.of(manager, orderId);
      if (!approved)
        throw new DomainError(
          'recall_impossible',
          'Nothing is approved for this order, so nothing can be called back.',
        );
      for (const { id, kind } of await deliveriesOf(manager, { orderId })) {
        const delivery = kind === 'blueprint' ? await lockDelivery(manager, id) : null;
        if (!delivery || delivery.state === 'cancelled') continue;
        if (delivery.state !== 'queued')
          throw new DomainError(
            'recall_too_late',
            'The email with the blueprint is on its way or may be out, so it cannot be called back any more.',
          );
        await callBackDelivery(manager, delivery);
      }
      await this.approvals.reopen(manager, approved.reviewId);
    });
  }
}
