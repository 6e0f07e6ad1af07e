import type { Environment } from '@app/config';

/**
 * Where the form "Pay £49 now" may lead: browsers apply the page's `form-action` to the redirect as well. With a sandbox that is its
 * address as the server sees it and as a browser on this machine does.
 */
export function paymentOrigins({ STRIPE_API_URL, STRIPE_SANDBOX_PORT }: Environment): string[] {
  if (STRIPE_API_URL === undefined) return ['https://checkout.stripe.com'];
  return [
    new URL(STRIPE_API_URL).origin,
    `http://localhost:${STRIPE_SANDBOX_PORT}`,
    `http://127.0.0.1:${STRIPE_SANDBOX_PORT}`,
  ];
}
