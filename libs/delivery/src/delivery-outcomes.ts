import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '@app/kernel';
import type { SendOutcome } from '@app/mail';
import { BlueprintService } from '@app/blueprint';
import { Corrections, OrderBlockers, OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import type { Delivery } from './delivery.entity.js';
import { findDelivery, moveDelivery } from './delivery.store.js';
import type { DeliveryAttempt } from './delivery-attempt.entity.js';
import { ATTEMPT_NEWS } from './delivery-attempt-machine.js';
import { moveAttempt } from './delivery-attempt.store.js';
import type { DeliveryAction } from './delivery-machine.js';
import { SignedLinks } from './signed-links.js';

/** What the caller of an attempt should do next. */
export type NextStep = 'done' | 'try_again';

/** States in which a person takes over, and what leads there. */
const STOPPING: Readonly<Record<'unknown' | 'failed' | 'bounced', DeliveryAction>> = {
  unknown: 'doubt',
  failed: 'giveUp',
  bounced: 'bounce',
};

/** Writes down what became of an attempt, and what follows from it, in one transaction. */
@Injectable()
export class DeliveryOutcomes {
  private readonly log = new Logger(DeliveryOutcomes.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly tasks: StaffTasks,
    private readonly blockers: OrderBlockers,
    private readonly blueprints: BlueprintService,
    private readonly corrections: Corrections,
    private readonly links: SignedLinks,
  ) {}

  async record(
    delivery: Delivery,
    attempt: DeliveryAttempt,
    outcome: SendOutcome,
    lastAttempt: boolean,
  ): Promise<NextStep> {
    return await this.source.transaction(async (manager) => {
      // The order first, then its delivery, as everywhere.
      if (delivery.orderId !== null) await this.orders.lock(manager, delivery.orderId);
      const detail = 'response' in outcome ? outcome.response : outcome.reason;
      if (!(await moveAttempt(manager, attempt.id, ATTEMPT_NEWS[outcome.kind], this.clock.now(), detail))) {
        // Another attempt has taken over: what became of the email is its to say.
        this.log.warn(`attempt ${attempt.id} had ended before it was ${outcome.kind}`);
        return 'done';
      }
      switch (outcome.kind) {
        case 'accepted':
          await this.accept(manager, delivery, 'accept', outcome.response, attempt.startedAt);
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
            await this.bind(manager, delivery, attempt, outcome.response);
            return 'done';
          }
          return await this.retryOrStop(manager, delivery, lastAttempt, outcome.response);
        case 'unreachable':
          return await this.retryOrStop(manager, delivery, lastAttempt, outcome.reason);
      }
    });
  }

  /** What it was about is gone, or its order has ended; nothing is sent. */
  async cancel(delivery: Delivery, attempt: DeliveryAttempt): Promise<void> {
    await this.source.transaction(async (manager) => {
      await moveAttempt(manager, attempt.id, 'cancel', this.clock.now());
      await moveDelivery(manager, delivery.id, 'cancel');
    });
  }

  /** An attempt was found that may have sent the email before its process died. */
  async raiseUnknown(
    delivery: Delivery,
    why = 'It may have been sent: the worker stopped while the message was on its way.',
  ): Promise<void> {
    await this.source.transaction((manager) => this.stopAt(manager, delivery, 'unknown', why));
  }

  /**
   * The mail server has it: the state and its consequence for the order belong together.
   * @param action whether the mail server has said so, or a person has found it out.
   * @param writtenAt when the email was written. A confirmation names the promise as of then; the clock starts from the same moment, so that
   * an email written at 16:59 and accepted at 17:00 is kept to its word.
   */
  async accept(
    manager: EntityManager,
    delivery: Delivery,
    action: 'accept' | 'settleSent',
    response: string,
    writtenAt: Date,
  ): Promise<void> {
    const at = this.clock.now();
    const facts = { acceptedAt: at, smtpResponse: response.slice(0, 500) };
    if (!(await moveDelivery(manager, delivery.id, action, facts))) return;
    if (delivery.orderId === null) return;
    if (delivery.kind === 'confirmation')
      await this.orders.confirmationAccepted(manager, delivery.orderId, writtenAt);
    if (delivery.kind === 'blueprint') await this.delivered(manager, delivery, delivery.orderId, at);
  }

  /** A corrected version settles its correction, and takes the place of what was sent before: links to that stop working. */
  private async delivered(
    manager: EntityManager,
    { blueprintId }: Delivery,
    orderId: string,
    at: Date,
  ): Promise<void> {
    await this.orders.markDelivered(manager, orderId, at);
    const file = blueprintId === null ? null : await this.blueprints.byId(blueprintId);
    if (!file?.correctionId || file.state === 'superseded') return;
    await this.corrections.delivered(manager, orderId, file.correctionId, at);
    await this.links.revokeAll(manager, orderId, file.id);
  }

  /** The mail server had taken it, and has reported since that it cannot be delivered. The news of it twice changes nothing. */
  async cameBack(manager: EntityManager, delivery: Delivery, why: string): Promise<void> {
    if (delivery.state === 'bounced') return;
    await this.stopAt(manager, delivery, 'bounced', `It came back: ${why}`, 'comeBack');
    const { state } = (await findDelivery(manager, delivery.id)) ?? delivery;
    if (state === 'bounced') await this.bind(manager, delivery, { id: `report:${delivery.messageId}` }, why);
  }

  /** Somebody whose confirmation or blueprint cannot reach them: nothing more is sent before the address is right. */
  private async bind(
    manager: EntityManager,
    { orderId, kind }: Delivery,
    { id }: Pick<DeliveryAttempt, 'id'>,
    response: string,
  ): Promise<void> {
    if (orderId === null || (kind !== 'confirmation' && kind !== 'blueprint')) return;
    await this.blockers.raise(manager, orderId, {
      kind: 'bounce',
      reason: `The ${kind} email was refused for good: ${response.slice(0, 300)}`,
      source: id,
      at: this.clock.now(),
    });
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
    const queued = await moveDelivery(manager, delivery.id, 'retry', { smtpResponse: why.slice(0, 500) });
    return queued ? 'try_again' : 'done';
  }

  private async stopAt(
    manager: EntityManager,
    delivery: Delivery,
    state: 'unknown' | 'failed' | 'bounced',
    summary: string,
    action: DeliveryAction = STOPPING[state],
  ): Promise<void> {
    const facts = { smtpResponse: summary.slice(0, 500) };
    if (!(await moveDelivery(manager, delivery.id, action, facts))) return;
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
