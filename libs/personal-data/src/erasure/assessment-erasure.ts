import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { SavedAssessments } from '@app/assessment';
import { DomainError } from '@app/kernel';
import { Order } from '@app/orders';
import { Audit } from '@app/audit';
import { OrderErasure } from './order-erasure.js';

/** Erases a free assessment at its owner's wish. */
@Injectable()
export class AssessmentErasure {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly assessments: SavedAssessments,
    private readonly orders: OrderErasure,
    private readonly audit: Audit,
  ) {}

  /** Whether an order that is under way or was delivered rests on it: such answers are erased from the order's page. */
  async isOrdered(assessmentId: string): Promise<boolean> {
    return (await this.ordersOn(this.source.manager, assessmentId)).some(isLive);
  }

  /**
   * Orders that came to nothing (unpaid, or cancelled and paid back) lose their answers with it.
   * @throws DomainError `assessment_not_found`, `assessment_in_order`
   */
  async erase(code: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const found = await this.assessments.find(manager, code);
      if (!found)
        throw new DomainError('assessment_not_found', 'There is no saved assessment under this code.');
      // Orders before answers, as everywhere that both are locked.
      const orders = await this.ordersOn(manager, found.id, { lock: true });
      const { id } = await this.assessments.lock(manager, code);
      if (orders.some(isLive))
        throw new DomainError(
          'assessment_in_order',
          'A blueprint was ordered on these answers. They are erased from the order’s page; its address is in your confirmation email.',
        );
      for (const order of orders) if (!order.erasedAt) await this.orders.eraseLocked(manager, order, 'asked');
      await this.assessments.erase(manager, id, orders.length > 0);
      await this.audit.record(manager, {
        staffId: null,
        action: 'assessment.erased',
        subject: { kind: 'assessment', id },
        reason: 'asked for by its owner',
      });
    });
  }

  private async ordersOn(
    manager: EntityManager,
    assessmentId: string,
    { lock = false } = {},
  ): Promise<Order[]> {
    return await manager.find(Order, {
      where: { assessmentId },
      order: { id: 'ASC' },
      ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }
}

const isLive = ({ state, erasedAt }: Order): boolean =>
  erasedAt === null && (state === 'awaiting_payment' || state === 'paid');
