import type Stripe from 'stripe';
import { pence, type Pence } from '@app/kernel';
import type { CheckoutState } from './checkout-attempt-machine.js';

/** How a session can stand; `opening` is ours alone. */
export type SessionState = Exclude<CheckoutState, 'opening'>;

/** What a session says, in our words. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly state: SessionState;
  /** Ours, as we wrote it on the session; not yet known to exist. */
  readonly orderId: string | undefined;
  readonly paymentIntentId: string | null;
  readonly currency: string;
  /** What was or is to be paid. */
  readonly total: Pence;
  /** Before any promotion code. */
  readonly subtotal: Pence;
  readonly discount: Pence;
  readonly promotionCodesAllowed: boolean;
  readonly livemode: boolean;
  /** When the card was charged; undefined when nothing was, or Stripe did not say. */
  readonly chargedAt: Date | undefined;
}

export function sessionFacts(session: Stripe.Checkout.Session): SessionFacts {
  const intent = session.payment_intent;
  const charge = intent !== null && typeof intent === 'object' ? intent.latest_charge : null;
  return {
    sessionId: session.id,
    state: stateOf(session),
    orderId: session.metadata?.['order_id'] ?? session.client_reference_id ?? undefined,
    paymentIntentId: intent === null ? null : typeof intent === 'string' ? intent : intent.id,
    currency: session.currency ?? '',
    total: pence(session.amount_total ?? 0),
    subtotal: pence(session.amount_subtotal ?? 0),
    discount: pence(session.total_details?.amount_discount ?? 0),
    promotionCodesAllowed: session.allow_promotion_codes === true,
    livemode: session.livemode,
    chargedAt: charge !== null && typeof charge === 'object' ? new Date(charge.created * 1000) : undefined,
  };
}

/** "complete" alone is not "paid": a bank debit completes the session days before the money comes, if it comes. */
function stateOf({
  status,
  payment_status: paid,
  payment_intent: intent,
}: Stripe.Checkout.Session): SessionState {
  if (status === 'expired') return 'expired';
  if (status !== 'complete') return 'open';
  if (paid === 'paid' || paid === 'no_payment_required') return 'paid';
  const given = intent !== null && typeof intent === 'object' ? intent.status : undefined;
  return given === 'requires_payment_method' || given === 'canceled' ? 'failed' : 'pending';
}
