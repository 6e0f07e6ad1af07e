import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { SavedAssessments } from '@app/assessment';
import { Audit } from '@app/audit';
import { BlueprintForgetting } from '@app/blueprint';
import { isBucketAway } from '@app/bucket';
import { DeliveryForgetting, SignedLinks } from '@app/delivery';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import {
  Corrections,
  type ErasureReason,
  type Order,
  OrderForgetting,
  OrdersService,
  Rechecks,
} from '@app/orders';
import { ReviewForgetting } from '@app/review';
import { eraseOrder } from './erase-order.job.js';
import { type ErasureState, erasureState } from './erasure-state.js';

/**
 * Erases what an order was made from and what came of it: answers, result, blueprint, reviewers' notes, download links. What the law
 * makes us keep stays: the order, its payments and receipts, what was agreed, and which emails were sent when.
 */
@Injectable()
export class OrderErasure {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly records: OrderForgetting,
    private readonly assessments: SavedAssessments,
    private readonly blueprints: BlueprintForgetting,
    private readonly reviews: ReviewForgetting,
    private readonly rechecks: Rechecks,
    private readonly corrections: Corrections,
    private readonly links: SignedLinks,
    private readonly emails: DeliveryForgetting,
    private readonly audit: Audit,
  ) {}

  /** Whether it may be erased now, or why not. */
  async state(order: Order): Promise<ErasureState> {
    return await this.stateIn(this.source.manager, order);
  }

  /** A repeat changes nothing. @throws DomainError `order_not_found`, `erasure_refused` {why}, `files_unavailable`; nothing is erased then. */
  async erase(orderId: string, why: ErasureReason): Promise<void> {
    await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      if (!order) throw new DomainError('order_not_found', 'There is no such order.');
      const state = await this.stateIn(manager, order);
      if (state.kind === 'erased') return;
      if (state.kind === 'refused')
        throw new DomainError('erasure_refused', 'This cannot be erased just now.', { why: state.why });
      await this.eraseLocked(manager, order, why);
    });
  }

  /**
   * At the wish of its customer. While the store of files is away the wish is kept, and a job goes on trying.
   * @throws as {@link erase}, but for `erasure_waits` {retryAfterSeconds} in place of `files_unavailable`.
   */
  async eraseAsAsked(orderId: string): Promise<void> {
    try {
      await this.erase(orderId, 'asked');
    } catch (error) {
      if (!isBucketAway(error)) throw error;
      await enqueue(this.source.manager, eraseOrder, { orderId }, { key: `erase:${orderId}` });
      throw new DomainError(
        'erasure_waits',
        'Nothing is erased yet: the place where your file is kept does not answer. We have noted what you asked for and go on trying by ourselves. The page about your data says when it is done.',
        error.details,
      );
    }
  }

  /** @param order locked, and its erasure found possible, in this transaction. */
  async eraseLocked(manager: EntityManager, order: Order, why: ErasureReason): Promise<void> {
    const at = this.clock.now();
    // First, and while nothing but the order is held: a copy outside must be seen gone, by a store that may be away.
    await this.blueprints.erase(manager, order.id, at);
    await this.links.revokeAll(manager, order.id);
    await this.emails.emptyMessages(manager, order.id);
    await this.reviews.erase(manager, order.id);
    if (!(await this.records.answersNeededElsewhere(manager, order)))
      await this.assessments.erase(manager, order.assessmentId, true);
    const again = await this.rechecks.forget(manager, order.id);
    if (again && !(await this.records.withOrders(manager, [again])).has(again))
      await this.assessments.erase(manager, again, false);
    await this.orders.markErased(manager, order, why, at);
    await this.audit.record(manager, {
      staffId: null,
      action: 'order.data_erased',
      subject: { kind: 'order', id: order.id },
      reason: why === 'asked' ? 'asked for on the order page' : 'the time we keep it is over',
    });
  }

  private async stateIn(manager: EntityManager, order: Order): Promise<ErasureState> {
    const underWay =
      (await this.blueprints.isUnderWay(manager, order.id)) ||
      (await this.reviews.isOpen(manager, order.id)) ||
      (await this.corrections.redrafting(manager, order.id)) !== null;
    const disputeOpen = await this.records.isDisputeOpen(manager, order);
    return erasureState(order, { underWay, disputeOpen });
  }
}
