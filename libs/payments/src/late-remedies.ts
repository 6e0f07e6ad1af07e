import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, newId, pence } from '@app/kernel';
import {
  ActRunner,
  decideRefund,
  followUp,
  mustBeDone,
  OrdersService,
  type RemedyPayload,
} from '@app/orders';
import { insertRefundDecision, refundDecisionsOf } from './refund-decision.store.js';
import { payBackDecided, underWayOf } from './refund-decisions.js';

/** Pays what the terms promise for a late order, by the act by which staff give money back, with nobody to ask or to confirm. */
@Injectable()
export class LateRemedies {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly acts: ActRunner,
  ) {}

  /** Once for an order, however often it is asked for. Of an order that has ended meanwhile everything goes back another way. */
  async pay({ orderId, amountPence }: RemedyPayload): Promise<void> {
    await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      const decisions = await refundDecisionsOf(manager, orderId);
      if (order?.state !== 'paid' || decisions.some(({ remedy }) => remedy)) return;
      const underWay = underWayOf(decisions);
      const amount = Math.min(amountPence, (order.paidPence ?? 0) - order.refundedPence - underWay);
      if (amount < 1) return;
      const at = this.clock.now();
      const decision = {
        id: newId(),
        orderId,
        amountPence: pence(amount),
        reason: 'Late: the remedy of the terms',
        askedBy: null,
        remedy: true,
        otherwise: false,
        askedAt: at,
        needsSecond: false,
        confirmedBy: null,
        confirmedAt: null,
        declinedAt: null,
        paidBackAt: null,
        refusedAt: null,
      };
      const payBack = followUp(
        payBackDecided,
        { decisionId: decision.id },
        { key: `pay-back:${decision.id}` },
      );
      mustBeDone(
        await this.acts.run(
          manager,
          decideRefund,
          orderId,
          {
            step: 'decided',
            decisionId: decision.id,
            amount: decision.amountPence,
            underWay: pence(underWay),
            at,
            payBack,
          },
          { kind: 'system' },
        ),
      );
      await insertRefundDecision(manager, decision);
    });
  }
}
