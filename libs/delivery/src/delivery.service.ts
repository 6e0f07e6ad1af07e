import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError, nextBusinessMoment } from '@app/kernel';
import { Mailer } from '@app/mail';
import { OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { Delivery } from './delivery.entity.js';
import { DeliveryAttempt } from './delivery-attempt.entity.js';
import { DeliveryAttempts } from './delivery-attempts.js';
import { attemptDelivery, DeliveryOutbox } from './delivery-outbox.js';
import { DeliveryOutcomes } from './delivery-outcomes.js';
import { MessageContents } from './message-content.js';
import { SignedLinks } from './signed-links.js';

/** Owes, sends and settles emails. */
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
  ) {}

  /** The contract on a durable medium, owed as soon as an order is paid. */
  async oweConfirmation(orderId: string): Promise<void> {
    const order = await this.orders.byId(orderId);
    if (!order) throw new DomainError('order_unknown', 'There is no such order to confirm.');
    await this.source.transaction((manager) =>
      this.outbox.owe(manager, {
        kind: 'confirmation',
        subjectKey: `confirmation:${orderId}`,
        orderId,
        recipient: order.customerEmail,
        sendAfter: this.clock.now(),
      }),
    );
  }

  /** An approved file is owed inside business hours, and never later than the promise. */
  async oweBlueprint(orderId: string, blueprintId: string, sha256: string): Promise<void> {
    const order = await this.orders.byId(orderId);
    if (!order) throw new DomainError('order_unknown', 'There is no such order to deliver.');
    if (order.state !== 'paid') return;
    const sendAfter = this.sendingTime(order.promiseAt);
    await this.source.transaction((manager) =>
      this.outbox.owe(manager, {
        kind: 'blueprint',
        subjectKey: `blueprint:${blueprintId}`,
        orderId,
        recipient: order.customerEmail,
        sendAfter,
        approved: { blueprintId, sha256 },
      }),
    );
  }

  /** The next moment inside business hours; past its promise an order is not kept waiting for the morning as well. */
  private sendingTime(promiseAt: Date | null): Date {
    const now = this.clock.now();
    if (this.environment.SEND_HOURS === 'always') return now;
    const opening = nextBusinessMoment(now);
    return promiseAt !== null && opening > promiseAt ? now : opening;
  }

  /** One attempt. @throws to be tried again later when the outcome was certainly "not sent". */
  async attempt(deliveryId: string, lastAttempt: boolean): Promise<void> {
    const beginning = await this.attempts.begin(deliveryId);
    if (beginning.kind === 'nothing_to_do') return;
    if (beginning.kind === 'outcome_unknown') return await this.outcomes.raiseUnknown(beginning.delivery);
    const { delivery, attempt } = beginning;
    if (await this.cancelIfNotOwed(delivery)) return;
    const content = await this.contents.of(delivery, attempt.startedAt);
    if (!content) return await this.outcomes.notOwed(delivery, attempt);
    const outcome = await this.mailer.send(
      { ...content, to: delivery.recipient, messageId: delivery.messageId, date: attempt.startedAt },
      { beforeData: () => this.attempts.markDataStarted(attempt.id) },
    );
    this.log.log(`delivery ${delivery.id} (${delivery.kind}): ${outcome.kind}`);
    const next = await this.outcomes.record(delivery, attempt, outcome, lastAttempt);
    if (next === 'try_again') throw new Error(`delivery ${delivery.id} was not sent: ${outcome.kind}`);
  }

  /** A person has found out what became of an unknown delivery, or wants a stopped one sent again. */
  async settle(deliveryId: string, decision: 'was_sent' | 'send_again', staffId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const delivery = await manager.findOne(Delivery, {
        where: { id: deliveryId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!delivery || !['unknown', 'failed', 'bounced'].includes(delivery.state)) {
        throw new DomainError('delivery_not_open', 'This delivery has been settled already.');
      }
      if (decision === 'was_sent') {
        await this.outcomes.accept(
          manager,
          delivery,
          'settled by staff as sent',
          await this.lastWrittenAt(manager, delivery),
        );
      } else {
        await manager.query(
          `update delivery_attempts set ended_at = $2, outcome = 'settled_not_sent' where delivery_id = $1 and ended_at is null`,
          [deliveryId, this.clock.now()],
        );
        await manager.update(Delivery, { id: deliveryId }, { state: 'queued' });
        await enqueue(manager, attemptDelivery, { deliveryId }, { key: `delivery:${deliveryId}` });
      }
      await this.tasks.closeFor(
        manager,
        { kind: `delivery_${delivery.state}`, subject: deliveryId },
        staffId,
        decision,
      );
    });
  }

  /** Owed emails whose job was lost are given a new one. */
  async sweep(): Promise<void> {
    const stuck: { id: string }[] = await this.source.query(
      `select id from deliveries where state in ('queued', 'sending') and send_after < $1::timestamptz - interval '10 minutes'
       and not exists (select 1 from graphile_worker._private_jobs job where job.key = 'delivery:' || deliveries.id)`,
      [this.clock.now()],
    );
    for (const { id } of stuck)
      await enqueue(this.source.manager, attemptDelivery, { deliveryId: id }, { key: `delivery:${id}` });
  }

  forOrder(orderId: string): Promise<Delivery[]> {
    return this.source.manager.find(Delivery, { where: { orderId }, order: { createdAt: 'ASC' } });
  }

  forAssessment(assessmentId: string): Promise<Delivery[]> {
    return this.source.manager.find(Delivery, { where: { assessmentId }, order: { createdAt: 'ASC' } });
  }

  /** Deliveries that wait for a person. A refused link to a free result waits for nobody: its owner sees it on their page. */
  unsettled(): Promise<Delivery[]> {
    return this.source.manager
      .createQueryBuilder(Delivery, 'delivery')
      .where(
        `delivery.state in ('unknown', 'failed', 'bounced') and (delivery.order_id is not null or delivery.state <> 'bounced')`,
      )
      .orderBy('delivery.created_at', 'ASC')
      .take(200)
      .getMany();
  }

  /** A fresh link to the delivered file; earlier ones stop working. Null while nothing has been delivered, and once it has been erased. */
  async reissueLink(orderId: string): Promise<string | null> {
    return await this.source.transaction(async (manager) => {
      // Locked, so that no link is made while the file is being erased.
      if ((await this.orders.lock(manager, orderId))?.erasedAt !== null) return null;
      const delivered = await manager.findOne(Delivery, {
        where: { orderId, kind: 'blueprint', state: 'accepted' },
      });
      if (!delivered?.blueprintId) return null;
      await this.links.revokeAll(manager, orderId);
      return (await this.links.issue(manager, orderId, delivered.blueprintId)).url;
    });
  }

  private async lastWrittenAt(manager: EntityManager, { id, createdAt }: Delivery): Promise<Date> {
    const last = await manager.findOne(DeliveryAttempt, {
      where: { deliveryId: id },
      order: { startedAt: 'DESC' },
    });
    return last?.startedAt ?? createdAt;
  }

  /** An order cancelled or refunded after approval must not be sent; one that was superseded neither. */
  private async cancelIfNotOwed(delivery: Delivery): Promise<boolean> {
    if (delivery.kind !== 'blueprint' || delivery.orderId === null) return false;
    const order = await this.orders.byId(delivery.orderId);
    if (order?.state === 'paid') return false;
    await this.source.manager.update(Delivery, { id: delivery.id }, { state: 'cancelled' });
    return true;
  }
}
