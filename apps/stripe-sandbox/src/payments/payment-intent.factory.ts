import type Stripe from 'stripe';
import { newId, newSecretFor } from '../store/ids.js';
import type { SessionDetails } from '../store/session-details.js';

/** The intent of a Checkout Session, before anything was paid. */
export function paymentIntentOf(
  session: Stripe.Checkout.Session,
  details: SessionDetails,
  created: number,
): Stripe.PaymentIntent {
  const id = newId('pi');
  const given = details.paymentIntentData;
  return {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: session.amount_total ?? 0,
    amount_capturable: 0,
    amount_details: {},
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: newSecretFor(id),
    confirmation_method: 'automatic',
    created,
    currency: session.currency ?? 'gbp',
    customer: null,
    customer_account: null,
    description: given.description,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: given.metadata,
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    payment_record: null,
    processing: null,
    receipt_email: given.receiptEmail,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: given.statementDescriptor,
    statement_descriptor_suffix: given.statementDescriptorSuffix,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}
