import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { emptyMadeVersions, removeMadeVersions } from './editing/made-version.store.js';
import { removeTicksOfOrders } from './workbench/page-tick.store.js';
import { emptyReviews, hasOpenReview, removeReviewsOfOrders } from './review-forgetting.store.js';

/** What stands in place of a reviewer's words once the blueprint they were about is erased. */
const ERASED = 'erased with the blueprint';

/** What reviewers and checks wrote about a blueprint, once nobody may keep it any more. */
@Injectable()
export class ReviewForgetting {
  /** Whether a blueprint of this order lies before a reviewer. */
  async isOpen(manager: EntityManager, orderId: string): Promise<boolean> {
    return await hasOpenReview(manager, orderId);
  }

  /** Empties what was written. Who decided what and when stays, as the audit log has it too. */
  async erase(manager: EntityManager, orderId: string): Promise<void> {
    await emptyMadeVersions(manager, orderId, ERASED);
    await emptyReviews(manager, orderId, ERASED);
  }

  /** Removes the reviews of these orders altogether; the emails that rest on their approval must be gone before. */
  async removeOrders(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
    await removeTicksOfOrders(manager, orderIds);
    await removeMadeVersions(manager, orderIds);
    await removeReviewsOfOrders(manager, orderIds);
  }
}
