import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '@app/kernel';
import type { SendOutcome } from '@app/mail';
import { OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { Delivery, type DeliveryState } from './delivery.entity.js';
import { DeliveryAttempt } from './delivery-attempt.entity.js';

/** What the caller of an attempt should do next. */
export type NextStep = 'done' | 'try_again';

/** Writes down what became of an attempt, and what follows from it, in one transaction. */
@Injectable()
export class DeliveryOutcomes {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly tasks: StaffTasks,
  ) {}

  async record(
    delivery: Delivery,
    attempt: DeliveryAttempt,
    outcome: SendOutcome,
    lastAttempt: boolean,
  ): Promise<NextStep> {
    return await this.source.transaction(async (manager) => {
      const detail = 'response' in outcome ? outcome.response : outcome.reason;
      await manager.update(
        DeliveryAttempt,
        { id: attempt.id },
        { endedAt: this.clock.now(), outcome: outcome.kind, detail },
      );
      switch (outcome.kind) {
        case 'accepted':
          await this.accept(manager, delivery, outcome.response, attempt.startedAt);
          return 'done';
        case 'unknown':
          await this.stopAt(manager, delivery, 'unknown', `It may have been sent: ${outcome.reason}`);
          return 'done';
        case 'refused':
          if (outcome.permanent) {
            await this.stopAt(
              manager,
              delivery,
              'bounced',
              `The mail server refused it for good: ${outcome.response}`,
            );
            return 'done';
          }
          return await this.retryOrStop(manager, delivery, lastAttempt, outcome.response);
        case 'unreachable':
          return await this.retryOrStop(manager, delivery, lastAttempt, outcome.reason);
      }
    });
  }

  /** What it was about is gone; nothing is sent. */
  async notOwed(delivery: Delivery, attempt: DeliveryAttempt): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.update(
        DeliveryAttempt,
        { id: attempt.id },
        { endedAt: this.clock.now(), outcome: 'not_owed' },
      );
      await manager.update(Delivery, { id: delivery.id }, { state: 'cancelled' });
    });
  }

  /** An attempt was found that may have sent the email before its process died. */
  async raiseUnknown(delivery: Delivery): Promise<void> {
    await this.source.transaction((manager) =>
      this.stopAt(
        manager,
        delivery,
        'unknown',
        'It may have been sent: the worker stopped while the message was on its way.',
      ),
    );
  }

  /**
   * The mail server has it: the state and its consequence for the order belong together.
   * @param writtenAt when the email was written. A confirmation names the promise as of then; the clock starts from the same moment, so that
   * an email written at 16:59 and accepted at 17:00 is kept to its word.
   */
  async accept(manager: EntityManager, delivery: Delivery, response: string, writtenAt: Date): Promise<void> {
    const at = this.clock.now();
    await manager.update(
      Delivery,
      { id: delivery.id },
      { state: 'accepted', acceptedAt: at, smtpResponse: response.slice(0, 500) },
    );
    if (delivery.orderId === null) return;
    if (delivery.kind === 'confirmation')
      await this.orders.confirmationAccepted(manager, delivery.orderId, writtenAt);
    if (delivery.kind === 'blueprint') await this.orders.markDelivered(manager, delivery.orderId, at);
  }

  private async retryOrStop(
    manager: EntityManager,
    delivery: Delivery,
    lastAttempt: boolean,
    why: string,
  ): Promise<NextStep> {
    if (lastAttempt) {
      await this.stopAt(manager, delivery, 'failed', `Every attempt failed; the last: ${why}`);
      return 'done';
    }
    await manager.update(Delivery, { id: delivery.id }, { state: 'queued', smtpResponse: why.slice(0, 500) });
    return 'try_again';
  }

  private async stopAt(
    manager: EntityManager,
    delivery: Delivery,
    state: DeliveryState,
    summary: string,
  ): Promise<void> {
    await manager.update(Delivery, { id: delivery.id }, { state, smtpResponse: summary.slice(0, 500) });
    // A free result and its link: a mistyped address is its owner's to put right, and the page tells them. Staff would only
    // learn an address that they have no use for.
    if (delivery.orderId === null) return;
    await this.tasks.raise(manager, {
      kind: `delivery_${state}`,
      subject: delivery.id,
      orderId: delivery.orderId,
      summary: `${delivery.kind} email: ${summary}`,
      data: { deliveryId: delivery.id, kind: delivery.kind },
    });
  }
}
