import type { EntityManager } from 'typeorm';
import { OrderEvent, type OrderEventName } from './order-event.entity.js';

/** Adds a line to an order's log, in the transaction of what it tells. */
export async function addEvent(
  manager: EntityManager,
  orderId: string,
  name: OrderEventName,
  at: Date,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await manager.insert(OrderEvent, { orderId, name, at, data: data as object });
}

/** Oldest first. */
export async function eventsOf(manager: EntityManager, orderId: string): Promise<OrderEvent[]> {
  return await manager.find(OrderEvent, { where: { orderId }, order: { id: 'ASC' } });
}

export async function hasEvent(
  manager: EntityManager,
  orderId: string,
  name: OrderEventName,
): Promise<boolean> {
  return await manager.existsBy(OrderEvent, { orderId, name });
}
