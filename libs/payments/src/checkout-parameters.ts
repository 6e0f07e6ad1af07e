import type Stripe from 'stripe';
import type { CheckoutSession } from './checkout-session.entity.js';

export interface CheckoutPage {
  readonly siteUrl: string;
  readonly promotionCodes: boolean;
  /** `PW-7K3M-9QXT`, shown to the customer. */
  readonly orderReference: string;
}

export const PRODUCT_NAME = 'Career Pivot Blueprint';

/**
 * What Stripe is asked for. A function of the stored attempt alone: an answer that was lost is asked for again with the same key, and
 * Stripe refuses a key whose request has changed.
 */
export function checkoutParameters(
  attempt: CheckoutSession,
  { siteUrl, promotionCodes, orderReference }: CheckoutPage,
): Stripe.Checkout.SessionCreateParams {
  const site = siteUrl.replace(/\/$/, '');
  const metadata = { order_id: attempt.orderId, order_reference: orderReference };
  return {
    mode: 'payment',
    client_reference_id: attempt.orderId,
    metadata,
    payment_intent_data: { metadata, description: `${PRODUCT_NAME}, order ${orderReference}` },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: 'gbp',
          unit_amount: attempt.amountPence,
          product_data: {
            name: PRODUCT_NAME,
            description: 'A personal 15-page PDF, read and approved by a person.',
          },
        },
      },
    ],
    customer_email: attempt.customerEmail,
    allow_promotion_codes: promotionCodes,
    locale: 'en-GB',
    expires_at: Math.floor(attempt.expiresAt.getTime() / 1000),
    success_url: `${site}/order/return?session_id={CHECKOUT_SESSION_ID}`,
    cancel_url: `${site}/order/cancelled?attempt=${attempt.id}`,
  };
}

/** One key for one attempt: two clicks, two servers and every retry make one session. */
export const checkoutKey = ({ orderId, attempt }: Pick<CheckoutSession, 'orderId' | 'attempt'>): string =>
  `order-${orderId}-${attempt}`;
