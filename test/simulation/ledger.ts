import type Stripe from 'stripe';
import type { World } from './world.js';

/** What Stripe has of one order. Amounts in pence. */
export interface Account {
  readonly orderId: string;
  /** Payment intents that took money, and how much. */
  readonly payments: ReadonlyMap<string, number>;
  readonly paid: number;
  /** Refunds that have not failed. */
  readonly refunds: readonly Stripe.Refund[];
  readonly refunded: number;
  readonly failed: readonly Stripe.Refund[];
  /** The bank has decided for the customer. */
  readonly taken: boolean;
  readonly disputed: boolean;
}

/** The books of the local Stripe, by order: what is true of money, whatever our own tables say. */
export async function ledgerOf({ stripeApi }: World): Promise<Account[]> {
  const all = { limit: 1_000 };
  const sessions = await stripeApi.checkout.sessions.list({ limit: 100 }).autoPagingToArray(all);
  const refunds = await stripeApi.refunds.list({ limit: 100 }).autoPagingToArray(all);
  const disputes = await stripeApi.disputes.list({ limit: 100 }).autoPagingToArray(all);
  const payments = new Map<string, Map<string, number>>();
  for (const { payment_status, payment_intent, client_reference_id, amount_total } of sessions) {
    if (payment_status !== 'paid' || payment_intent === null) continue;
    const order = client_reference_id ?? '';
    const of = payments.get(order) ?? new Map<string, number>();
    payments.set(order, of.set(idOf(payment_intent), amount_total ?? 0));
  }
  return [...payments].map(([orderId, of]): Account => {
    const ours = refunds.filter(({ payment_intent }) => of.has(idOf(payment_intent)));
    const kept = ours.filter(({ status }) => status !== 'failed' && status !== 'canceled');
    const asked = disputes.filter(({ payment_intent }) => of.has(idOf(payment_intent)));
    return {
      orderId,
      payments: of,
      paid: sum([...of.values()]),
      refunds: kept,
      refunded: sum(kept.map(({ amount }) => amount)),
      failed: ours.filter(({ status }) => status === 'failed'),
      taken: asked.some(({ status }) => status === 'lost'),
      disputed: asked.length > 0,
    };
  });
}

const idOf = (value: string | { readonly id: string } | null): string =>
  typeof value === 'string' ? value : (value?.id ?? '');

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
