import type { EntityManager } from 'typeorm';
import { OrderChoice } from './order-choice.entity.js';
import { OrderConsent } from './order-consent.entity.js';

/** A choice of a customer, with the consents that were given for it. */
export interface MadeChoice {
  readonly choice: OrderChoice;
  readonly consents: readonly OrderConsent[];
}

/** Adds a choice and its consents to the evidence; nothing that is there changes. */
export async function addChoice(manager: EntityManager, { choice, consents }: MadeChoice): Promise<void> {
  await manager.insert(OrderChoice, choice);
  if (consents.length > 0) await manager.insert(OrderConsent, [...consents]);
}

/** A choice of this very order, or null. */
export async function choiceOf(
  manager: EntityManager,
  orderId: string,
  choiceId: string,
): Promise<OrderChoice | null> {
  return await manager.findOneBy(OrderChoice, { id: choiceId, orderId });
}

/** Every consent that was ever given for an order, oldest first; each names the choice it was given with. */
export async function consentsOf(manager: EntityManager, orderId: string): Promise<OrderConsent[]> {
  return await manager.find(OrderConsent, { where: { orderId }, order: { givenAt: 'ASC', kind: 'DESC' } });
}

/** The consents of one choice. */
export async function consentsTo(manager: EntityManager, choiceId: string): Promise<OrderConsent[]> {
  return await manager.find(OrderConsent, { where: { choiceId }, order: { kind: 'DESC' } });
}
