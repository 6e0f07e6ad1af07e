import { type DataSource, type EntityManager, type FindOptionsWhere, In, LessThan, Not } from 'typeorm';
import { moveRow, resealColumn } from '@app/database';
import { DomainError } from '@app/kernel';
import { LIVE_STATES, type OrderAction, orderMachine } from './order-machine.js';
import { Order } from './order.entity.js';

/** What may still change in an order once it is placed. Its state is moved by the machine; what it is about stays. */
export type OrderFacts = Partial<
  Omit<Order, 'id' | 'reference' | 'state' | 'assessmentId' | 'formToken' | 'createdAt'>
>;

/** @returns false when the form's token, or a live order on the same assessment, is there already; nothing is changed then. */
export async function insertOrder(manager: EntityManager, order: Order): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(Order)
    .values(order)
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length > 0;
}

export async function findOrder(
  manager: EntityManager,
  where: FindOptionsWhere<Order>,
): Promise<Order | null> {
  return await manager.findOneBy(Order, where);
}

/** The order, locked until the transaction ends: whoever changes an order waits here for the one before. */
export async function lockOrder(manager: EntityManager, id: string): Promise<Order | null> {
  return await manager.findOne(Order, { where: { id }, lock: { mode: 'pessimistic_write' } });
}

/** An order as it will be until the transaction ends: others may read it, nobody changes it. */
export async function shareOrder(manager: EntityManager, id: string): Promise<Order | null> {
  return await manager.findOne(Order, { where: { id }, lock: { mode: 'pessimistic_read' } });
}

/**
 * Takes a turn at an order's row until the transaction ends, for those who make what hangs on it: of two workers with the same job, the second
 * sees what the first has made. Does not change the order, and hinders nobody who only points at it.
 * @returns the order as it is until then: what was read of it before may be over.
 */
export async function takeTurnAtOrder(manager: EntityManager, id: string): Promise<Order | null> {
  return await manager.findOne(Order, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

/** {@link lockOrder}, for an order that must be there. @throws DomainError `order_not_found` */
export async function lockKnownOrder(manager: EntityManager, id: string): Promise<Order> {
  const order = await lockOrder(manager, id);
  if (!order) throw new DomainError('order_not_found', 'There is no such order.');
  return order;
}

/** The order that an assessment has under way or paid, or null. */
export async function liveOrderOn(manager: EntityManager, assessmentId: string): Promise<Order | null> {
  return await manager.findOneBy(Order, { assessmentId, state: In(LIVE_STATES) });
}

/** Other orders on the same assessment that are under way or paid. */
export async function otherLiveOrders(
  manager: EntityManager,
  { id, assessmentId }: Pick<Order, 'id' | 'assessmentId'>,
): Promise<Order[]> {
  return await manager.findBy(Order, { id: Not(id), assessmentId, state: In(LIVE_STATES) });
}

/** Every order on an assessment, in the order of their ids. @param lock until the transaction ends. */
export async function ordersOn(
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

/** Orders that wait for a payment since before a moment; oldest first. */
export async function unpaidOrders(
  manager: EntityManager,
  expiredBefore: Date,
  limit: number,
): Promise<Order[]> {
  return await manager.find(Order, {
    where: { state: 'awaiting_payment', expiresAt: LessThan(expiredBefore) },
    order: { expiresAt: 'ASC' },
    take: limit,
  });
}

/** Sets facts of a locked order. */
export async function changeOrder(manager: EntityManager, id: string, facts: OrderFacts): Promise<void> {
  await manager.update(Order, { id }, facts);
}

/** Moves a locked order on by the machine, or says why not. Facts that belong to the step are set with it. */
export async function moveOrder(
  manager: EntityManager,
  order: Order,
  action: OrderAction,
  facts: OrderFacts,
): Promise<'moved' | { readonly refused: string }> {
  return await moveRow(manager, Order, orderMachine, order, action, facts);
}

/** Seals the secrets of all orders anew that the newest secret does not open. @returns how many. */
export async function resealOrders(
  source: DataSource,
  purpose: (orderId: string) => string,
  secrets: readonly [string, ...string[]],
): Promise<number> {
  return await resealColumn(source, Order, 'accessTokenSealed', ({ id }) => purpose(id), secrets);
}
