import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ApprovedReview, approvedReview } from './approved-reviews.store.js';

/** What reviewers have approved, for those who send it. */
@Injectable()
export class ApprovedReviews {
  /** The approval of an order that counts, or null while there is none. */
  async of(manager: EntityManager, orderId: string): Promise<ApprovedReview | null> {
    return await approvedReview(manager, orderId);
  }
}
