import Stripe from 'stripe';

/** Why Stripe will not do what it was asked, now or later, in its own words. */
export interface LastingRefusal {
  /** Its code; where it gives none, its type. */
  readonly code: string;
  /** Which part of the request it is about. */
  readonly param?: string;
  readonly why: string;
}

/**
 * What Stripe says no to for good: a request it will not take, a key it does not know any more or that may not do this. The same request will meet
 * the same answer, so trying again helps nobody. Undefined for everything that may well succeed later.
 */
export function lastingRefusal(error: unknown): LastingRefusal | undefined {
  const { StripeInvalidRequestError, StripeAuthenticationError, StripePermissionError, StripeCardError } =
    Stripe.errors;
  if (!(
    error instanceof StripeInvalidRequestError ||
    error instanceof StripeAuthenticationError ||
    error instanceof StripePermissionError ||
    error instanceof StripeCardError
  ))
    return undefined;
  const type =
    error instanceof StripeAuthenticationError
      ? 'key_not_accepted'
      : error instanceof StripePermissionError
        ? 'key_may_not'
        : 'request_refused';
  return {
    code: error.code ?? type,
    ...(error.param !== undefined && { param: error.param }),
    why: error.message,
  };
}
