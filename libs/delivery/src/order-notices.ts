import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import {
  type CorrectionLatePayload,
  type CorrectionPayload,
  type LatePayload,
  OrdersService,
  type PauseMessagePayload,
  type PausePayload,
  type RefundPayload,
  shareOrder,
} from '@app/orders';
import { DeliveryOutbox } from './delivery-outbox.js';

/** Short emails that tell a customer what has just happened to their money. Each reason is told once. */
@Injectable()
export class OrderNotices {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly outbox: DeliveryOutbox,
  ) {}

  async enqueueCancelled(orderId: string): Promise<void> {
    await this.enqueue(orderId, `cancelled:${orderId}`, { notice: 'cancelled' });
  }

  async enqueueRefunded({ orderId, refundId, ...refund }: RefundPayload): Promise<void> {
    await this.enqueue(orderId, `refunded:${refundId ?? `${orderId}:${refund.totalPence}`}`, {
      notice: 'refunded',
      ...refund,
    });
  }

  async enqueueRefundFailed({ orderId, refundId, ...refund }: RefundPayload): Promise<void> {
    await this.enqueue(orderId, `refund-failed:${refundId ?? `${orderId}:${refund.totalPence}`}`, {
      notice: 'refund-failed',
      ...refund,
    });
  }

  /** Asks the customer for what only they can give. */
  async enqueuePaused({ orderId, pauseId, message }: PauseMessagePayload): Promise<void> {
    await this.enqueue(orderId, `paused:${pauseId}`, { notice: 'paused', message });
  }

  async enqueueResumed({ orderId, pauseId }: PausePayload): Promise<void> {
    await this.enqueue(orderId, `resumed:${pauseId}`, { notice: 'resumed' });
  }

  /** The re-check 90 days after the blueprint. */
  async enqueueRecheck(orderId: string): Promise<void> {
    await this.enqueue(orderId, `recheck:${orderId}`, { notice: 'recheck' });
  }

  /** Work has started after the wait of 14 days. */
  async enqueueStarted(orderId: string): Promise<void> {
    await this.enqueue(orderId, `started:${orderId}`, { notice: 'started' });
  }

  /** Once for each promised time: a pause moves it. */
  async enqueueAtRisk(orderId: string): Promise<void> {
    const promiseAt = (await this.orders.byId(orderId))?.promiseAt;
    await this.enqueue(orderId, `at-risk:${orderId}:${promiseAt?.toISOString()}`, { notice: 'at_risk' });
  }

  /** Once for each time that was missed. */
  async enqueueLate({ orderId, ...late }: LatePayload): Promise<void> {
    await this.enqueue(orderId, `late:${orderId}:${late.missedTimeAt ?? 'first'}`, {
      notice: 'late',
      ...late,
    });
  }

  /** A correction was asked for: when they hear from us. */
  async enqueueCorrectionAsked({ orderId, correctionId }: CorrectionPayload): Promise<void> {
    const data = { notice: 'correction-asked', correctionId };
    await this.enqueue(orderId, `correction-asked:${correctionId}`, data);
  }

  /** Once for each request: its time stays. */
  async enqueueCorrectionAtRisk({ orderId, correctionId }: CorrectionPayload): Promise<void> {
    const data = { notice: 'correction-at-risk', correctionId };
    await this.enqueue(orderId, `correction-at-risk:${correctionId}`, data);
  }

  /** Once for each time that was missed. */
  async enqueueCorrectionLate({ orderId, correctionId, ...late }: CorrectionLatePayload): Promise<void> {
    const data = { notice: 'correction-late', correctionId, ...late };
    await this.enqueue(orderId, `correction-late:${correctionId}:${late.missedTimeAt}`, data);
  }

  private async enqueue(orderId: string, subjectKey: string, data: Record<string, unknown>): Promise<void> {
    await this.source.transaction(async (manager) => {
      // Whoever changes the address meanwhile waits, and then finds this email.
      const order = await shareOrder(manager, orderId);
      if (!order) throw new DomainError('order_unknown', 'There is no such order to write about.');
      await this.outbox.enqueueEmail(manager, {
        kind: 'notice',
        subjectKey,
        orderId,
        recipient: order.customerEmail,
        sendAfter: this.clock.now(),
        data,
      });
    });
  }
}
