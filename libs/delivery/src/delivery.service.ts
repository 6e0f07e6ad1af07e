import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { enqueue, waitingKeys } from '@app/jobs';
import { CLOCK, type Clock, DomainError, nextBusinessMoment, unlessExhausted } from '@app/kernel';
import { Mailer } from '@app/mail';
import { Corrections, OrderBlockers, OrdersService, shareOrder } from '@app/orders';
import { ApprovedReviews } from '@app/review';
import { StaffTasks } from '@app/tasks';
import type { Delivery } from './delivery.entity.js';
import {
  deliveredFile,
  deliveriesOf,
  findDelivery,
  lockDelivery,
  moveDelivery,
  noteDelivery,
  overdueDeliveries,
  queuedDeliveries,
  redirectDelivery,
  stoppedFile,
  unsentDeliveries,
  unsettledDeliveries,
} from './delivery.store.js';
import { lastAttempt, moveAttempt, openAttempts } from './delivery-attempt.store.js';
import { DeliveryAttempts } from './delivery-attempts.js';
import { deliveryMachine } from './delivery-machine.js';
import { attemptDelivery, deliveryKey, DeliveryOutbox } from './delivery-outbox.js';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { MessageContents } from './message-content.js';
import { SignedLinks } from './signed-links.js';

/** How long after its time an email whose job was lost is missed; milliseconds. */
const PATIENCE_MS = 10 * 60_000;

/** Queues, sends and settles emails. */
@Injectable()
export class DeliveryService {
  private readonly log = new Logger(DeliveryService.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly outbox: DeliveryOutbox,
    private readonly attempts: DeliveryAttempts,
    private readonly outcomes: DeliveryOutcomes,
    private readonly contents: MessageContents,
    private readonly mailer: Mailer,
    private readonly orders: OrdersService,
    private readonly tasks: StaffTasks,
    private readonly links: SignedLinks,
    private readonly blockers: OrderBlockers,
    private readonly approvals: ApprovedReviews,
    private readonly corrections: Corrections,
  ) {}

  /** The contract on a durable medium, queued as soon as an order is paid. */
  async enqueueConfirmation(orderId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      // Whoever changes the address meanwhile waits, and then finds this email.
      const order = await shareOrder(manager, orderId);
      if (!order) throw new DomainError('order_unknown', 'There is no such order to confirm.');
      await this.outbox.enqueueEmail(manager, {
        kind: 'confirmation',
        subjectKey: `confirmation:${orderId}`,
        orderId,
        recipient: order.customerEmail,
        sendAfter: this.clock.now(),
      });
    });
  }

  /**
   * An approved file is sent inside business hours, and never later than the promise. While something binds the order nothing is queued:
   * {@link carryOn} does it once that ends.
   */
  async enqueueBlueprint(orderId: string, blueprintId: string, sha256: string): Promise<void> {
    const known = await this.orders.byId(orderId);
    if (!known) throw new DomainError('order_unknown', 'There is no such order to deliver.');
    const correction = known.deliveredAt ? await this.corrections.open(orderId) : null;
    await this.source.transaction(async (manager) => {
      const order = await shareOrder(manager, orderId);
      if (order?.state !== 'paid') return;
      try {
        await this.blockers.requireNone(manager, orderId);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'order_blocked') throw error;
        return this.log.warn(`the blueprint of order ${orderId} is not queued: ${error.message}`);
      }
      // Called back meanwhile: the approval that asked for this does not stand any more.
      const approved = await this.approvals.of(manager, orderId);
      if (approved?.blueprintId !== blueprintId) return;
      await this.outbox.enqueueEmail(manager, {
        kind: 'blueprint',
        subjectKey: `blueprint:${blueprintId}`,
        orderId,
        recipient: order.customerEmail,
        sendAfter: this.sendingTime((correction ?? order).promiseAt),
        approved: { blueprintId, sha256 },
      });
    });
  }

  /** Nothing binds the order any more: what was refused meanwhile is queued and sent. */
  async carryOn(orderId: string): Promise<void> {
    const { manager } = this.source;
    const approved = await this.approvals.of(manager, orderId);
    if (approved) await this.enqueueBlueprint(orderId, approved.blueprintId, approved.sha256);
    for (const { id, sendAfter } of await queuedDeliveries(manager, orderId))
      await enqueue(manager, attemptDelivery, { deliveryId: id }, { runAt: sendAfter, key: deliveryKey(id) });
  }

  /** The next moment inside business hours; past its promise an order is not kept waiting for the morning as well. */
  private sendingTime(promiseAt: Date | null): Date {
    const now = this.clock.now();
    if (this.environment.SEND_HOURS === 'always') return now;
    const opening = unlessExhausted(() => nextBusinessMoment(now)) ?? now;
    return promiseAt !== null && opening > promiseAt ? now : opening;
  }

  /** One attempt. @throws to be tried again later when the outcome was certainly "not sent", or its time has not come. */
  async attempt(deliveryId: string, lastAttempt: boolean): Promise<void> {
    const beginning = await this.attempts.begin(deliveryId);
    if (beginning.kind === 'nothing_to_do') return;
    if (beginning.kind === 'outcome_unknown') return await this.outcomes.raiseUnknown(beginning.delivery);
    if (beginning.kind === 'too_early')
      throw new Error(
        `delivery ${deliveryId} is not to be sent before ${beginning.delivery.sendAfter.toISOString()}`,
      );
    if (beginning.kind === 'blocked') {
      this.log.warn(`delivery ${deliveryId} is not sent: ${beginning.why}`);
      return await noteDelivery(this.source.manager, deliveryId, beginning.why);
    }
    const { delivery, attempt } = beginning;
    const content = (await this.isCalledOff(delivery))
      ? null
      : await this.contents.of(delivery, attempt.startedAt);
    if (!content) return await this.outcomes.cancel(delivery, attempt);
    const outcome = await this.mailer.send(
      { ...content, to: delivery.recipient, messageId: delivery.messageId, date: attempt.startedAt },
      { beforeData: () => this.attempts.markDataStarted(attempt) },
    );
    this.log.log(`delivery ${delivery.id} (${delivery.kind}): ${outcome.kind}`);
    const next = await this.outcomes.record(delivery, attempt, outcome, lastAttempt);
    if (next === 'try_again') throw new Error(`delivery ${delivery.id} was not sent: ${outcome.kind}`);
  }

  /** A person has found out what became of an unknown delivery, or wants a stopped one sent again. */
  async settle(deliveryId: string, decision: 'was_sent' | 'send_again', staffId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      // The order first, then its delivery, as everywhere.
      const about = await findDelivery(manager, deliveryId);
      const order = about?.orderId ? await this.orders.lock(manager, about.orderId) : null;
      const delivery = await lockDelivery(manager, deliveryId);
      const action = decision === 'was_sent' ? 'settleSent' : 'sendAgain';
      if (!delivery || 'refused' in deliveryMachine.next(delivery.state, action))
        throw new DomainError('delivery_not_open', 'This delivery has been settled already.');
      if (delivery.state === 'bounced' && delivery.orderId !== null)
        await this.blockers.settle(
          manager,
          delivery.orderId,
          {
            kind: 'bounce',
            reason: `The ${delivery.kind} email was settled: ${decision}`,
            at: this.clock.now(),
          },
          { kind: 'staff', staffId },
        );
      if (action === 'sendAgain' && delivery.kind === 'blueprint' && delivery.orderId !== null)
        await this.blockers.requireNone(manager, delivery.orderId);
      if (action === 'settleSent') {
        const writtenAt = (await lastAttempt(manager, deliveryId))?.startedAt ?? delivery.createdAt;
        await this.outcomes.accept(manager, delivery, action, 'settled by staff as sent', writtenAt);
      } else {
        for (const { id } of await openAttempts(manager, deliveryId))
          await moveAttempt(manager, id, 'settleNotSent', this.clock.now());
        // Its customer may have moved since it was written.
        if (order) await redirectDelivery(manager, delivery, order.customerEmail);
        await moveDelivery(manager, deliveryId, action);
        await enqueue(manager, attemptDelivery, { deliveryId }, { key: deliveryKey(deliveryId) });
      }
      await this.tasks.closeFor(
        manager,
        { kind: `delivery_${delivery.state}`, subject: deliveryId },
        staffId,
        decision,
      );
    });
  }

  /** Queued emails whose job was lost are given a new one. */
  async sweep(): Promise<void> {
    const { manager } = this.source;
    const overdue = await overdueDeliveries(manager, new Date(this.clock.now().getTime() - PATIENCE_MS));
    const waiting = await waitingKeys(manager, overdue.map(deliveryKey));
    for (const deliveryId of overdue.filter((id) => !waiting.has(deliveryKey(id))))
      await enqueue(manager, attemptDelivery, { deliveryId }, { key: deliveryKey(deliveryId) });
  }

  /**
   * The database is of an earlier moment: what it has not sent may have gone since. None of it is sent by itself; what belongs to an order waits
   * for a person, who can look. @returns how many emails that are.
   */
  async doubtUnsent(madeAt: Date): Promise<number> {
    const unsent = await unsentDeliveries(this.source.manager);
    for (const delivery of unsent)
      await this.outcomes.raiseUnknown(
        delivery,
        `It may have been sent: the database was restored as it was at ${madeAt.toISOString()}.`,
      );
    return unsent.length;
  }

  /** Every email about an order, oldest first. */
  forOrder(orderId: string): Promise<Delivery[]> {
    return deliveriesOf(this.source.manager, { orderId });
  }

  /** Every email about a saved assessment, oldest first. */
  forAssessment(assessmentId: string): Promise<Delivery[]> {
    return deliveriesOf(this.source.manager, { assessmentId });
  }

  /** Deliveries that wait for a person. A refused link to a free result waits for nobody: its owner sees it on their page. */
  unsettled(): Promise<Delivery[]> {
    return unsettledDeliveries(this.source.manager);
  }

  /**
   * A fresh link to the delivered file, or to the approved one whose email did not get through; earlier links stop working. Null while there is
   * none, and once it has been erased.
   */
  async reissueLink(orderId: string): Promise<string | null> {
    return await this.source.transaction(async (manager) => {
      // Locked, so that no link is made while the file is being erased.
      if ((await this.orders.lock(manager, orderId))?.erasedAt !== null) return null;
      const delivered = (await deliveredFile(manager, orderId)) ?? (await this.waitingFile(manager, orderId));
      if (!delivered?.blueprintId) return null;
      await this.links.revokeAll(manager, orderId);
      return (await this.links.issue(manager, orderId, delivered.blueprintId)).url;
    });
  }

  /**
   * Somebody is about to download the file of an order by its link. One whose email was refused is delivered by that.
   * @throws DomainError `order_blocked` when it is not delivered yet and more than the refused email stands in the way.
   */
  async collect(orderId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const order = await this.orders.lock(manager, orderId);
      if (!order || order.deliveredAt) return;
      const file = await this.waitingFile(manager, orderId);
      if (!file)
        throw new DomainError(
          'order_blocked',
          'This blueprint cannot be downloaded now. Its order page says why.',
        );
      const at = this.clock.now();
      const reason = 'The customer has downloaded the blueprint';
      await this.blockers.settle(manager, orderId, { kind: 'bounce', reason, at });
      await this.orders.markDelivered(manager, orderId, at);
      for (const kind of ['delivery_bounced', 'delivery_failed'])
        await this.tasks.closeFor(manager, { kind, subject: file.id }, null, reason);
    });
  }

  /** The approved file whose email did not get through, while nothing but that stands in the way. */
  private async waitingFile(manager: EntityManager, orderId: string): Promise<Delivery | null> {
    const file = await stoppedFile(manager, orderId);
    if (!file || (await this.orders.byId(orderId))?.state !== 'paid') return null;
    const blockers = await this.blockers.current(orderId);
    return blockers.every(({ kind }) => kind === 'bounce') ? file : null;
  }

  /** Of an order that was cancelled or refunded after the approval nothing is sent. */
  private async isCalledOff({ kind, orderId }: Delivery): Promise<boolean> {
    if (kind !== 'blueprint' || orderId === null) return false;
    return (await this.orders.byId(orderId))?.state !== 'paid';
  }
}
