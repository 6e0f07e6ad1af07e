import type { World } from './world.js';

/** What Stripe has of one order. Amounts in pence. */
export interface Account {
  readonly orderId: string;
  /** Payment intents that took money, and how much. */
  readonly payments: ReadonlyMap<string, number>;
  readonly paid: number;
  /** Refunds that have not failed. */
  readonly refunds: readonly Refund[];
  readonly refunded: number;
  readonly failed: readonly Refund[];
  /** The bank has decided for the customer. */
  readonly taken: boolean;
  readonly disputed: boolean;
}

interface Refund {
  readonly id: string;
  readonly amount: number;
  /** Seconds since 1970. */
  readonly created: number;
  readonly status: string;
}

interface Thing {
  readonly id: string;
  readonly object: string;
  readonly status: string;
  readonly created: number;
  readonly amount: number;
  readonly payment_intent: string | { readonly id: string } | null;
  readonly client_reference_id?: string | null;
  readonly payment_status?: string;
  readonly amount_total?: number;
}

/**
 * The books of the local Stripe, by order: what is true of money, whatever our own tables say. Made from its events, since a call of its API would
 * use up a failure that is meant for the product.
 */
export async function ledgerOf(world: World): Promise<Account[]> {
  const { data } = await world.stripe<{ data: { data: { object: Thing } }[] }>('events');
  const things = new Map(data.map(({ data: { object } }) => [object.id, object]));
  const ofKind = (kind: string): Thing[] => [...things.values()].filter(({ object }) => object === kind);
  const payments = new Map<string, Map<string, number>>();
  for (const session of ofKind('checkout.session')) {
    if (session.payment_status !== 'paid' || session.payment_intent === null) continue;
    const order = session.client_reference_id ?? '';
    const of = payments.get(order) ?? new Map<string, number>();
    payments.set(order, of.set(idOf(session.payment_intent), session.amount_total ?? 0));
  }
  return [...payments].map(([orderId, of]): Account => {
    const ours = ofKind('refund').filter(({ payment_intent }) => of.has(idOf(payment_intent)));
    const kept = ours.filter(({ status }) => status !== 'failed' && status !== 'canceled');
    const asked = ofKind('dispute').filter(({ payment_intent }) => of.has(idOf(payment_intent)));
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
