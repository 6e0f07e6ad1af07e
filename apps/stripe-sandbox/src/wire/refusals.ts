import { StripeApiError, type StripeErrorBody } from './stripe-error.js';

/**
 * What Stripe says no to for good, in its own shape (type, code, status), for what the sandbox does not come to by itself: it has no balance to
 * run dry, and its key does not expire. Sources: Stripe, "Error codes" and "HTTP status code summary", read November 2026; the words about
 * the balance come without a code (github.com/Automattic/woocommerce-payments/issues/10025).
 */
const REFUSALS = {
  key_expired: [
    401,
    {
      type: 'invalid_request_error',
      code: 'api_key_expired',
      message: 'Expired API Key provided: sk_test_****',
    },
  ],
  key_invalid: [401, { type: 'invalid_request_error', message: 'Invalid API Key provided: sk_test_****' }],
  key_may_not: [
    403,
    {
      type: 'invalid_request_error',
      message: "The provided key 'rk_test_****' does not have the required permissions for this endpoint.",
    },
  ],
  insufficient_balance: [
    400,
    {
      type: 'invalid_request_error',
      message: 'Insufficient funds in your Stripe balance to refund this amount.',
    },
  ],
  charge_disputed: [
    400,
    {
      type: 'invalid_request_error',
      code: 'charge_disputed',
      message: 'The charge has been charged back; cannot issue a refund.',
    },
  ],
  email_invalid: [
    400,
    {
      type: 'invalid_request_error',
      code: 'email_invalid',
      param: 'customer_email',
      message: 'Invalid email address',
    },
  ],
  amount_too_small: [
    400,
    {
      type: 'invalid_request_error',
      code: 'amount_too_small',
      param: 'line_items',
      message: "The Checkout Session's total amount due must add up to at least £0.30 gbp",
    },
  ],
} as const satisfies Readonly<Record<string, readonly [number, StripeErrorBody]>>;

export type RefusalName = keyof typeof REFUSALS;
export const REFUSAL_NAMES = Object.keys(REFUSALS) as RefusalName[];
export const isRefusal = (name: unknown): name is RefusalName =>
  typeof name === 'string' && Object.hasOwn(REFUSALS, name);

/** As the API answers it; an idempotency key keeps what was refused after the work began. */
export const refusal = (name: RefusalName): StripeApiError => {
  const [status, body] = REFUSALS[name];
  return new StripeApiError(status, body, status === 400);
};
