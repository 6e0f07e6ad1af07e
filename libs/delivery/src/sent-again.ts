import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import {
  ActRunner,
  correctAddress,
  mustBeDone,
  type Order,
  type OrderActor,
  OrderBlockers,
  OrdersService,
  sendAgain,
} from '@app/orders';
import { ApprovedReviews } from '@app/review';
import type { Delivery } from './delivery.entity.js';
import {
  deliveriesOf,
  findDelivery,
  isUnderWay,
  lockDelivery,
  moveDelivery,
  redirectDelivery,
} from './delivery.store.js';
import { moveAttempt, openAttempts } from './delivery-attempt.store.js';
import { STOPPED } from './delivery-machine.js';
import { attemptDelivery, deliveryKey, DeliveryOutbox } from './delivery-outbox.js';

/** By the customer; after that a person looks at it. */
const MOST_CHANGES = 3;

/** Emails that staff have sent again, each an act on the order in its transaction. */
@Injectable()
export class SentAgain {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly outbox: DeliveryOutbox,
    private readonly blockers: OrderBlockers,
    private readonly acts: ActRunner,
    private readonly orders: OrdersService,
    private readonly approvals: ApprovedReviews,
  ) {}

  /**
   * The address is put right, and what did not arrive goes to the new one: one act.
   * @param kind which email is sent again: the last of its kind. What waits in the queue anyway goes to the new address too.
   * @throws DomainError `order_details_invalid`, `order_blocked`, `delivery_not_open`, as well as those of an act.
   */
  async correctAddress(
    orderId: string,
    { email, kind }: { email: string; kind: 'confirmation' | 'blueprint' },
    actor: OrderActor,
  ): Promise<void> {
    await this.source.transaction(async (manager) => {
      const outcome = await this.acts.run(
        manager,
        correctAddress,
        orderId,
        { email, at: this.clock.now() },
        actor,
      );
      mustBeDone(outcome);
      for (const one of await deliveriesOf(manager, { orderId }))
        if (one.state === 'queued') await redirectDelivery(manager, one, outcome.order.customerEmail);
      const last = (await deliveriesOf(manager, { orderId })).filter((one) => one.kind === kind).at(-1);
      if (!last)
        throw new DomainError('delivery_not_open', 'There is no such email yet, so none can be sent again.');
      await this.again(manager, last, outcome.order);
    });
  }

  /**
   * The customer corrects their own address before the delivery. The new address is written to with the link to the order, the old one is told,
   * and what did not arrive is sent again, as far as nothing else binds the order.
   * @throws DomainError `address_unchangeable`, as well as those of the act.
   */
  async changeAddress(orderId: string, email: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const before = await this.orders.lock(manager, orderId);
      if (!before) throw new DomainError('order_not_found', 'There is no such order.');
      const old = before.customerEmail;
      if (before.deliveredAt || before.erasedAt || before.state !== 'paid')
        throw new DomainError(
          'address_unchangeable',
          'The address can be changed while we work on a paid order, and not after that.',
        );
      if (old.toLowerCase() === email.trim().toLowerCase())
        throw new DomainError('address_unchangeable', 'This is the address that the order has already.');
      const emails = await deliveriesOf(manager, { orderId });
      const changes = emails.filter(
        ({ data }) => data['notice'] === 'address-changed' && data['toOld'] === true,
      );
      if (changes.length >= MOST_CHANGES)
        throw new DomainError(
          'address_unchangeable',
          'The address of this order was changed three times. Please write to us, and a person changes it.',
        );
      const at = this.clock.now();
      const outcome = await this.acts.run(
        manager,
        correctAddress,
        orderId,
        { email, at },
        { kind: 'customer' },
      );
      mustBeDone(outcome);
      const tell = { kind: 'notice', orderId, sendAfter: at } as const;
      for (const [recipient, toOld] of [
        [old, true],
        [outcome.order.customerEmail, false],
      ] as const)
        await this.outbox.enqueueEmail(manager, {
          ...tell,
          subjectKey: `address-changed:${orderId}:${changes.length}:${toOld ? 'old' : 'new'}`,
          recipient,
          data: { notice: 'address-changed', toOld },
        });
      for (const one of emails) {
        if (one.state === 'queued') await redirectDelivery(manager, one, outcome.order.customerEmail);
        else if (
          one.state === 'bounced' &&
          (one.kind !== 'blueprint' || (await this.isFree(manager, orderId)))
        )
          await this.again(manager, one, outcome.order);
      }
    });
  }

  private async isFree(manager: EntityManager, orderId: string): Promise<boolean> {
    try {
      await this.blockers.requireNone(manager, orderId);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'order_blocked') return false;
      throw error;
    }
  }

  /** Any email of an order, once more, to the address that the order has now. @throws as {@link correctAddress} */
  async send(deliveryId: string, actor: OrderActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const { orderId } = (await findDelivery(manager, deliveryId)) ?? {};
      if (!orderId) throw new DomainError('not_found', 'There is no such email of an order.');
      const outcome = await this.acts.run(
        manager,
        sendAgain,
        orderId,
        { deliveryId, at: this.clock.now() },
        actor,
      );
      mustBeDone(outcome);
      const delivery = await lockDelivery(manager, deliveryId);
      if (delivery) await this.again(manager, delivery, outcome.order);
    });
  }

  /** Whether another version was approved since this one. */
  private async isReplaced(
    manager: EntityManager,
    { blueprintId }: Delivery,
    { id }: Order,
  ): Promise<boolean> {
    const approved = await this.approvals.of(manager, id);
    return approved !== null && approved.blueprintId !== blueprintId;
  }

  /** A stopped email is queued again; one that was taken is made anew, under a Message-ID of its own, since it is another email. */
  private async again(manager: EntityManager, delivery: Delivery, order: Order): Promise<void> {
    if (delivery.kind === 'blueprint') await this.blockers.requireNone(manager, order.id);
    if (delivery.kind === 'blueprint' && (await this.isReplaced(manager, delivery, order)))
      throw new DomainError(
        'delivery_not_open',
        'A corrected version has taken the place of this file. Send that email again.',
      );
    const { id, state, kind, data, blueprintId, approvedSha256 } = delivery;
    if (state === 'queued') return;
    if (state === 'sending' || state === 'cancelled')
      throw new DomainError(
        'delivery_not_open',
        state === 'sending'
          ? 'This email is being sent just now. Look again in a minute.'
          : 'This email was called off. It is not sent again.',
      );
    if ((STOPPED as readonly string[]).includes(state)) {
      for (const attempt of await openAttempts(manager, id))
        await moveAttempt(manager, attempt.id, 'settleNotSent', this.clock.now());
      await redirectDelivery(manager, delivery, order.customerEmail);
      await moveDelivery(manager, id, 'sendAgain');
      await enqueue(manager, attemptDelivery, { deliveryId: id }, { key: deliveryKey(id) });
      return;
    }
    if (kind === 'blueprint' && (await isUnderWay(manager, blueprintId)))
      throw new DomainError(
        'delivery_not_open',
        'This blueprint is on its way already. Look again in a minute.',
      );
    await this.outbox.enqueueEmail(manager, {
      kind,
      subjectKey: `again:${id}:${newId()}`,
      orderId: order.id,
      recipient: order.customerEmail,
      sendAfter: this.clock.now(),
      data,
      ...(blueprintId &&
        approvedSha256 && { approved: { blueprintId, sha256: approvedSha256, againOf: id } }),
    });
  }
}
