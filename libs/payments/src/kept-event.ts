import type Stripe from 'stripe';

/**
 * What is read of the things that Stripe's events tell of: which thing it is. How it stands is asked of Stripe. Everything else of them stays with Stripe: above all names, addresses, email,
 * the last digits of a card and its fingerprint.
 */
const KEPT = ['id', 'object', 'payment_intent'] as const;

/** An event with only what its handling reads, in the shape it came in. Pure; what is not kept cannot leak. */
export function keptEvent(event: Stripe.Event): Record<string, unknown> {
  const object = event.data.object as unknown as Readonly<Record<string, unknown>>;
  const kept = Object.fromEntries(
    KEPT.filter((key) => key in object).map((key) => [key, plain(object[key])]),
  );
  return {
    id: event.id,
    type: event.type,
    created: event.created,
    livemode: event.livemode,
    data: { object: kept },
  };
}

/** An id, also where Stripe sends the whole thing that it names. */
const plain = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'id' in value ? value.id : value;
