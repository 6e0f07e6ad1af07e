import type Stripe from 'stripe';

/**
 * What is read of the things that Stripe's events tell of. Everything else of them stays with Stripe: above all names, addresses, email,
 * the last digits of a card and its fingerprint.
 */
const KEPT = [
  'id',
  'object',
  'amount',
  'created',
  'currency',
  'payment_intent',
  'reason',
  'status',
  // early fraud warnings
  'actionable',
  'fraud_type',
] as const;

/** An event with only what its handling reads, in the shape it came in. Pure; what is not kept cannot leak. */
export function keptEvent(event: Stripe.Event): Record<string, unknown> {
  const object = event.data.object as unknown as Readonly<Record<string, unknown>>;
  const kept = Object.fromEntries(
    KEPT.filter((key) => key in object).map((key) => [key, plain(object[key])]),
  );
  const due = (object['evidence_details'] as { due_by?: number | null } | undefined)?.due_by;
  return {
    id: event.id,
    type: event.type,
    created: event.created,
    livemode: event.livemode,
    data: { object: { ...kept, ...(due !== undefined && { evidence_details: { due_by: due } }) } },
  };
}

/** An id, also where Stripe sends the whole thing that it names. */
const plain = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'id' in value ? value.id : value;
