import type Stripe from 'stripe';

/** What the sandbox must remember of a Checkout Session beside the object Stripe shows. */
export interface SessionDetails {
  /** The session's id. */
  readonly id: string;
  lineItems: Stripe.LineItem[];
  readonly paymentIntentData: {
    readonly description: string | null;
    readonly metadata: Stripe.Metadata;
    readonly receiptEmail: string | null;
    readonly statementDescriptor: string | null;
    readonly statementDescriptorSuffix: string | null;
  };
  readonly allowDelayed: boolean;
  /** The card that waits for 3-D Secure, by its number. */
  challengedCard?: string;
  /** A delayed payment that is not settled yet; `at` in milliseconds. */
  pending?: { readonly outcome: AsyncOutcome; readonly at: number };
}

export type AsyncOutcome = 'succeed' | 'fail';
