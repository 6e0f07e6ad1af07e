import { randomBytes } from 'node:crypto';
import Stripe from 'stripe';

/** What Stripe posts to the webhook: the raw bytes and the header that signs them. */
export interface SignedEvent {
  readonly id: string;
  readonly body: Buffer;
  readonly signature: string;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

/** An event as Stripe would send it. `indent` is the white space of its JSON, which the signature covers too. */
export function signedEvent(
  type: string,
  object: object,
  secret: string,
  { livemode = false, indent = 0 } = {},
): SignedEvent {
  const id = `evt_${randomBytes(9).toString('hex')}`;
  const event = { id, object: 'event', type, livemode, created: seconds(), data: { object } };
  const payload = JSON.stringify(event, null, indent);
  return { id, body: Buffer.from(payload), signature: signatureOf(payload, secret) };
}

/** The `Stripe-Signature` header of a payload, made at `timestamp` (seconds since 1970). */
export const signatureOf = (payload: string, secret: string, timestamp = seconds()): string =>
  new Stripe('sk_test_none').webhooks.generateTestHeaderString({ payload, secret, timestamp });
