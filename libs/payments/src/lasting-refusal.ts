import Stripe from 'stripe';
import { DomainError } from '@app/kernel';

/** Why Stripe will not do what it was asked, now or later, in its own words. */
export interface LastingRefusal {
  /** Its code; where it gives none, what kind of refusal it is. */
  readonly code: string;
  /** Which part of the request it is about. */
  readonly param?: string;
  readonly why: string;
}

/** The code of the error that every call may meet: Stripe does not take our key, so nothing goes until a person has seen to it. */
export const KEY_REFUSED = 'payment_gateway_refused';

/** A key that Stripe does not know any more, or that may not do this; undefined for everything else. */
export function keyRefusal(error: unknown): LastingRefusal | undefined {
  const { StripeAuthenticationError, StripePermissionError } = Stripe.errors;
  if (error instanceof StripeAuthenticationError)
    return { code: error.code ?? 'key_not_accepted', why: error.message };
  if (error instanceof StripePermissionError)
    return { code: error.code ?? 'key_may_not', why: error.message };
  return undefined;
}

/**
 * What Stripe says no to for good: a request it will not take, a key it does not accept. The same request will meet the same answer, so trying
 * again helps nobody. Undefined for everything that may well succeed later.
 */
export function lastingRefusal(error: unknown): LastingRefusal | undefined {
  if (error instanceof DomainError && error.code === KEY_REFUSED)
    return { code: String(error.details['code']), why: String(error.details['why']) };
  const { StripeInvalidRequestError, StripeCardError } = Stripe.errors;
  if (!(error instanceof StripeInvalidRequestError || error instanceof StripeCardError)) return undefined;
  return {
    code: error.code ?? 'request_refused',
    ...(error.param !== undefined && { param: error.param }),
    why: error.message,
  };
}
