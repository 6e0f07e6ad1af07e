import { type EntityManager, In, IsNull, Not } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { compareAndSet, lockUntilCommit } from '@app/database';
import {
  type DeliveryAction,
  deliveryMachine,
  type DeliveryState,
  STOPPED,
  UNDER_WAY,
} from './delivery-machine.js';
import { Delivery } from './delivery.entity.js';

/** What the mail server said, and when it took the email. */
type DeliveryFacts = Partial<Pick<Delivery, 'acceptedAt' | 'smtpResponse'>>;

/** A link to a saved result that was asked for lately. */
export interface RecentLink {
  readonly state: DeliveryState;
  readonly createdAt: Date;
  /** It went to the address asked about. */
  readonly sameAddress: boolean;
  /** It was asked for from the assessment asked about. */
  readonly own: boolean;
}

/** @returns false when an email with the same subject key is there already; nothing is changed then. */
export async function insertDelivery(manager: EntityManager, delivery: Delivery): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(Delivery)
    .values(delivery as QueryDeepPartialEntity<Delivery>)
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length > 0;
}

export async function findDelivery(manager: EntityManager, id: string): Promise<Delivery | null> {
  return await manager.findOneBy(Delivery, { id });
}

/** The email that was sent under a Message-ID, or null. */
export async function findByMessageId(manager: EntityManager, messageId: string): Promise<Delivery | null> {
  return await manager.findOneBy(Delivery, { messageId });
}

/** The delivery, locked until the transaction ends, or null when there is none. */
export async function lockDelivery(manager: EntityManager, id: string): Promise<Delivery | null> {
  return await manager.findOne(Delivery, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/**
 * Moves a delivery on by the machine, from whichever state the row is in by now.
 * @returns false when the machine refuses; nothing is changed then.
 */
export async function moveDelivery(
  manager: EntityManager,
  id: string,
  action: DeliveryAction,
  facts: DeliveryFacts = {},
): Promise<boolean> {
  const { from, to } = deliveryMachine.transitions[action];
  const change: QueryDeepPartialEntity<Delivery> = { ...facts, state: to };
  return await compareAndSet(manager, Delivery, id, from, change);
}

/** Keeps, with a delivery that may not be sent now, why not. */
export async function noteDelivery(manager: EntityManager, id: string, why: string): Promise<void> {
  await manager.update(Delivery, { id }, { smtpResponse: why.slice(0, 500) });
}

/** Emails of an order that wait to be sent. */
export async function queuedDeliveries(manager: EntityManager, orderId: string): Promise<Delivery[]> {
  return await manager.findBy(Delivery, { orderId, state: In([...UNDER_WAY]) });
}

/**
 * An email that has not gone yet goes to another address; one that is on its way by now keeps the address it went to, and so does the one that tells an
 * old address of the change.
 */
export async function redirectDelivery(
  manager: EntityManager,
  { id, data }: Pick<Delivery, 'id' | 'data'>,
  recipient: string,
): Promise<void> {
  if (data['toOld'] === true) return;
  await compareAndSet(manager, Delivery, id, ['queued', ...STOPPED], { recipient });
}

/** Stops an approved email for good and unties it from its approval, so that the same file can be approved and queued again. */
export async function callBackDelivery(
  manager: EntityManager,
  { id, subjectKey, approvedSha256, data }: Delivery,
): Promise<void> {
  const change: QueryDeepPartialEntity<Delivery> = {
    state: deliveryMachine.transitions.cancel.to,
    subjectKey: `${subjectKey}:called-back:${id}`,
    approvedSha256: null,
    data: { ...data, calledBackSha256: approvedSha256 } as object,
  };
  await compareAndSet(manager, Delivery, id, 'queued', change);
}

/** Oldest first. */
export async function deliveriesOf(
  manager: EntityManager,
  about: { orderId: string } | { assessmentId: string },
): Promise<Delivery[]> {
  return await manager.find(Delivery, { where: about, order: { createdAt: 'ASC' } });
}

/** The file of an order that was delivered last. */
export async function deliveredFile(manager: EntityManager, orderId: string): Promise<Delivery | null> {
  return await manager.findOne(Delivery, {
    where: { orderId, kind: 'blueprint', state: 'accepted' },
    order: { acceptedAt: 'DESC' },
  });
}

/** The approved file of an order whose email did not get through, the last one; null when none was stopped. */
export async function stoppedFile(manager: EntityManager, orderId: string): Promise<Delivery | null> {
  return await manager.findOne(Delivery, {
    where: { orderId, kind: 'blueprint', state: In(['bounced', 'failed']) },
    order: { createdAt: 'DESC' },
  });
}

/** Which of these blueprints a mail server has taken. */
export async function deliveredAmong(
  manager: EntityManager,
  blueprintIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await manager.query<{ id: string }[]>(
    `select distinct blueprint_id as id from deliveries where blueprint_id = any($1) and kind = 'blueprint' and state = 'accepted'`,
    [blueprintIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The delivery that carries a blueprint under its approval: there is one at most, beside those that were called back and those that repeat it. */
export async function deliveryOfBlueprint(
  manager: EntityManager,
  blueprintId: string,
): Promise<Delivery | null> {
  return await manager.findOneBy(Delivery, {
    blueprintId,
    kind: 'blueprint',
    againOf: IsNull(),
    state: Not('cancelled'),
    approvedSha256: Not(IsNull()),
  });
}

/** Whether an email with this blueprint waits to be sent. */
export async function isUnderWay(manager: EntityManager, blueprintId: string | null): Promise<boolean> {
  return (
    blueprintId !== null && (await manager.existsBy(Delivery, { blueprintId, state: In([...UNDER_WAY]) }))
  );
}

/** The link of an assessment that was asked for last. */
export async function lastLink(manager: EntityManager, assessmentId: string): Promise<Delivery | null> {
  return await manager.findOne(Delivery, {
    where: { assessmentId, kind: 'resume' },
    order: { createdAt: 'DESC' },
  });
}

/** Links since a moment that went to an address or were asked for from an assessment. */
export async function linksSince(
  manager: EntityManager,
  since: Date,
  { assessmentId, recipient }: { assessmentId: string; recipient: string },
): Promise<RecentLink[]> {
  return await manager.query<RecentLink[]>(
    `select state, created_at as "createdAt", lower(recipient) = lower($2) as "sameAddress",
       coalesce(assessment_id = $1, false) as own
     from deliveries
     where kind = 'resume' and created_at > $3 and (assessment_id = $1 or lower(recipient) = lower($2))`,
    [assessmentId, recipient, since],
  );
}

/** How many notices of one name went to an address since a moment. Whoever counts for the same address waits until the caller's transaction ends. */
export async function countNotices(
  manager: EntityManager,
  since: Date,
  { recipient, notice }: { recipient: string; notice: string },
): Promise<number> {
  await lockUntilCommit(manager, 'resumeEmail', recipient.toLowerCase());
  const [row] = await manager.query<{ sent: number }[]>(
    `select count(*)::int as sent from deliveries
     where lower(recipient) = lower($1) and created_at > $2 and data ->> 'notice' = $3`,
    [recipient, since, notice],
  );
  return row?.sent ?? 0;
}

/** Deliveries that wait for a person, oldest first, at most 200. A refused link to a free result waits for nobody: its owner sees it on their page. */
export async function unsettledDeliveries(manager: EntityManager): Promise<Delivery[]> {
  return await manager
    .createQueryBuilder(Delivery, 'delivery')
    .where(
      `delivery.state in ('unknown', 'failed', 'bounced') and (delivery.order_id is not null or delivery.state <> 'bounced')`,
    )
    .orderBy('delivery.created_at', 'ASC')
    .take(200)
    .getMany();
}

/** Deliveries that should have been sent before a moment and have neither been sent nor stopped. */
export async function overdueDeliveries(manager: EntityManager, before: Date): Promise<string[]> {
  const rows = await manager
    .createQueryBuilder(Delivery, 'delivery')
    .select('delivery.id', 'id')
    .where({ state: In([...UNDER_WAY]) })
    .andWhere('delivery.send_after < :before', { before })
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}

/** Every email that may still go by itself. */
export async function unsentDeliveries(manager: EntityManager): Promise<Delivery[]> {
  return await manager.findBy(Delivery, { state: In([...UNDER_WAY]) });
}

/** What was about one assessment is about another from now on. */
export async function moveDeliveriesTo(manager: EntityManager, from: string, to: string): Promise<void> {
  await manager.update(Delivery, { assessmentId: from }, { assessmentId: to });
}

export async function removeDeliveriesOf(manager: EntityManager, assessmentId: string): Promise<void> {
  await manager.delete(Delivery, { assessmentId });
}
