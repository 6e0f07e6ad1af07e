import type { EntityManager } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { compareAndSet } from '@app/database';
import { DomainError } from '@app/kernel';
import { Order } from './order.entity.js';
import { OrderEvent, type OrderEventName } from './order-event.entity.js';
import { nextOrderState, type OrderAction } from './order-transitions.js';

/** The order, locked until the transaction ends: whoever changes an order waits here for the one before. @throws `order_not_found`. */
export async function lockOrder(manager: EntityManager, id: string): Promise<Order> {
  const order = await manager.findOne(Order, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!order) throw new DomainError('order_not_found', 'There is no such order.');
  return order;
}

/** Adds a line to the order's log, in the transaction of what it tells. */
export async function logEvent(
  manager: EntityManager,
  orderId: string,
  name: OrderEventName,
  at: Date,
  data: Record<string, unknown> = {},
): Promise<void> {
  await manager.insert(OrderEvent, { orderId, name, at, data: data as object });
}

/** Moves a locked order on by the transition table, or says why not. Facts that belong to the step are set with it. */
export async function moveOrder(
  manager: EntityManager,
  order: Order,
  action: OrderAction,
  facts: QueryDeepPartialEntity<Order>,
): Promise<'moved' | { refused: string }> {
  const next = nextOrderState(order.state, action);
  if ('refused' in next) return next;
  const moved = await compareAndSet(manager, Order, order.id, order.state, { ...facts, state: next.to });
  return moved ? 'moved' : { refused: 'the order changed meanwhile' };
}
