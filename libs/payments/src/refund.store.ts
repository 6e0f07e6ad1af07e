import { type EntityManager, In } from 'typeorm';
import { type RefundAction, refundMachine } from './refund-machine.js';
import { Refund } from './refund.entity.js';

/** What is told of a refund beside its state. */
export type ToldRefund = Omit<Refund, 'status' | 'way' | 'orderId' | 'updatedAt'>;

/** Keeps a refund that is told of, in its first state; of a known one, what was written on it. */
export async function keepRefund(manager: EntityManager, told: ToldRefund, at: Date): Promise<void> {
  await manager.query(
    `insert into refunds as known (id, payment_intent_id, amount_pence, status, reason, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update set amount_pence = excluded.amount_pence, reason = excluded.reason, updated_at = excluded.updated_at
     where (known.amount_pence, known.reason) is distinct from (excluded.amount_pence, excluded.reason)`,
    [told.id, told.paymentIntentId, told.amountPence, refundMachine.first, told.reason, told.createdAt, at],
  );
}

/** Keeps what staff paid back by other means. The database refuses more than is left. */
export async function keepOtherRefund(manager: EntityManager, refund: Refund): Promise<void> {
  await manager.insert(Refund, refund);
}

/** Moves a refund on by the machine. @returns false when it refuses, because something newer is known; nothing is changed then. */
export async function moveRefund(
  manager: EntityManager,
  id: string,
  action: RefundAction,
  at: Date,
): Promise<boolean> {
  const { from, to } = refundMachine.transitions[action];
  const { affected } = await manager.update(
    Refund,
    { id, status: In([...from]) },
    { status: to, updatedAt: at },
  );
  return affected === 1;
}

/** The refunds of a payment belong to the order that it was for. */
export async function giveRefundsTo(
  manager: EntityManager,
  paymentIntentId: string,
  orderId: string,
): Promise<void> {
  await manager.update(Refund, { paymentIntentId }, { orderId });
}

export async function findRefund(manager: EntityManager, id: string): Promise<Refund | null> {
  return await manager.findOneBy(Refund, { id });
}

/** Stripe's that were made since a moment, or are still under way. */
export async function refundsToCompare(manager: EntityManager, since: Date): Promise<Refund[]> {
  return await manager
    .createQueryBuilder(Refund, 'refund')
    .where(
      `refund.way = 'stripe' and (refund.status in ('pending', 'requires_action') or refund.created_at > :since)`,
      {
        since,
      },
    )
    .getMany();
}

export async function refundsOfIntent(manager: EntityManager, paymentIntentId: string): Promise<Refund[]> {
  return await manager.findBy(Refund, { paymentIntentId });
}

/** Every refund of an order, oldest first. */
export async function refundsOfOrder(manager: EntityManager, orderId: string): Promise<Refund[]> {
  return await manager.find(Refund, { where: { orderId }, order: { createdAt: 'ASC' } });
}
