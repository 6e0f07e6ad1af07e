import { Injectable } from '@nestjs/common';
import { DeliveryService } from '@app/delivery';
import { ReviewFolder } from '@app/desk-reading';
import { type ReviewState } from '@app/review';
import { OrderProgress, type Progress } from './order-progress.js';

const IN_REVIEW: Readonly<Partial<Record<ReviewState, NonNullable<Progress['review']>>>> = {
  queued: 'waiting',
  claimed: 'in_hand',
  second: 'in_hand',
  held: 'held',
  returned: 'returned',
};

/** Progress as the libs that do the work have it on record. */
@Injectable()
export class StoredProgress extends OrderProgress {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly deliveries: DeliveryService,
  ) {
    super();
  }

  async of(orderId: string): Promise<Progress> {
    const [{ versions }, deliveries] = await Promise.all([
      this.folder.order(orderId),
      this.deliveries.forOrder(orderId),
    ]);
    // Once one is approved, the steps of the order tell of that; a later version is a correction with steps of its own.
    const current = versions.findLast(({ reviewState }) => reviewState === 'approved') ?? versions[0];
    const review = current?.reviewId ? await this.folder.review(current.reviewId) : null;
    const sent = deliveries.filter(({ kind, state }) => kind === 'blueprint' && state !== 'cancelled').at(-1);
    const state = review ? IN_REVIEW[review.state] : undefined;
    return {
      ...(current?.renderedAt && { drafted: current.renderedAt }),
      ...(state && { review: state }),
      ...(review?.state === 'approved' && review.decidedAt && { approved: review.decidedAt }),
      ...(sent && { sending: sent.sendAfter }),
      ...(sent && { refused: ['failed', 'bounced'].includes(sent.state) }),
      ...(sent && { trouble: ['unknown', 'failed', 'bounced'].includes(sent.state) }),
    };
  }
}
