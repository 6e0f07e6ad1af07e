import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { SavedAssessments } from '@app/assessment';
import { BlueprintErasure } from '@app/blueprint';
import { SignedLinks } from '@app/delivery';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { type Order, OrdersService } from '@app/orders';
import { Audit } from '@app/audit';
import { ReviewErasure } from '@app/review';
import { type ErasureStanding, erasureStanding } from './erasure-standing.js';

/** Whose wish an erasure is: the customer's, or that the time is over for which we keep it. */
export type ErasureReason = 'asked' | 'time_over';

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
    private readonly assessments: SavedAssessments,
    private readonly blueprints: BlueprintErasure,
    private readonly reviews: ReviewErasure,
    private readonly links: SignedLinks,
    private readonly audit: Audit,
  ) {}

  async standing(order: Order): Promise<ErasureStanding> {
    return await this.standingIn(this.source.manager, order);
  }

  /** A repeat changes nothing. @throws DomainError `order_not_found`, `erasure_refused` {why} */
  async erase(orderId: string, why: ErasureReason): Promise<void> {
    await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      if (!order) throw new DomainError('order_not_found', 'There is no such order.');
      const standing = await this.standingIn(manager, order);
      if (standing.kind === 'erased') return;
      if (standing.kind === 'refused')
        throw new DomainError('erasure_refused', 'This cannot be erased just now.', { why: standing.why });
      await this.eraseLocked(manager, order, why);
    });
  }

  /** @param order locked, and its erasure found possible, in this transaction. */
  async eraseLocked(manager: EntityManager, order: Order, why: ErasureReason): Promise<void> {
    const at = this.clock.now();
    await this.links.revokeAll(manager, order.id);
    await this.reviews.erase(manager, order.id);
    await this.blueprints.erase(manager, order.id, at);
    if (!(await this.isNeededElsewhere(manager, order)))
      await this.assessments.erase(manager, order.assessmentId, true);
    await this.orders.markErased(manager, order, why, at);
    await this.audit.record(manager, {
      staffId: null,
      action: 'order.data_erased',
      subject: { kind: 'order', id: order.id },
      reason: why === 'asked' ? 'asked for on the order page' : 'the time we keep it is over',
    });
  }

  private async standingIn(manager: EntityManager, order: Order): Promise<ErasureStanding> {
    const underWay =
      (await this.blueprints.isUnderWay(manager, order.id)) || (await this.reviews.isOpen(manager, order.id));
    const disputeOpen = order.disputedAt !== null && !(await this.isDisputeClosed(manager, order.id));
    return erasureStanding(order, { underWay, disputeOpen });
  }

  /** A cancelled order may have been placed again: the answers then belong to the new one. */
  private async isNeededElsewhere(manager: EntityManager, order: Order): Promise<boolean> {
    const others = await manager.query<unknown[]>(
      `select 1 from orders where assessment_id = $1 and id <> $2 and erased_at is null
         and state in ('awaiting_payment', 'paid') limit 1`,
      [order.assessmentId, order.id],
    );
    return others.length > 0;
  }

  private async isDisputeClosed(manager: EntityManager, orderId: string): Promise<boolean> {
    const closed = await manager.query<unknown[]>(
      `select 1 from order_events where order_id = $1 and name = 'dispute_closed' limit 1`,
      [orderId],
    );
    return closed.length > 0;
  }
}
