import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { OrdersService } from '@app/orders';
import { type ApprovedReview, approvedReview, movePromise, reopenReview } from './approved-reviews.store.js';

/** What reviewers have approved, for those who send it or call it back. */
@Injectable()
export class ApprovedReviews {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly orders: OrdersService,
  ) {}

  /** The approval of an order that counts, or null while there is none. */
  async of(manager: EntityManager, orderId: string): Promise<ApprovedReview | null> {
    return await approvedReview(manager, orderId);
  }

  /** Takes an approval back, in the transaction that stopped its email; the draft waits in the queue again. */
  async reopen(manager: EntityManager, reviewId: string): Promise<boolean> {
    return await reopenReview(manager, reviewId);
  }

  /** The order of the queue follows a promise that a pause has moved. */
  async followPromise(orderId: string): Promise<void> {
    const promiseAt = (await this.orders.byId(orderId))?.promiseAt;
    if (promiseAt) await movePromise(this.source.manager, orderId, promiseAt);
  }
}
