import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import type { CardDetails, Payer } from './payer.js';

const shared = (
  payer: Payer,
  created: number,
): Pick<
  Stripe.PaymentMethod,
  'id' | 'object' | 'billing_details' | 'created' | 'customer' | 'customer_account' | 'livemode' | 'metadata'
> => ({
  id: newId('pm'),
  object: 'payment_method',
  billing_details: billingDetails(payer),
  created,
  customer: null,
  customer_account: null,
  livemode: false,
  metadata: {},
});

export function cardMethod(
  payer: Payer,
  { card, expMonth, expYear }: CardDetails,
  created: number,
): Stripe.PaymentMethod {
  return {
    ...shared(payer, created),
    type: 'card',
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
      country: 'GB',
      display_brand: card.brand,
      exp_month: expMonth,
      exp_year: expYear,
      fingerprint: `sandbox${card.number.slice(-9)}`,
      funding: 'credit',
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
  };
}

export function bacsMethod(
  payer: Payer,
  sortCode: string,
  accountNumber: string,
  created: number,
): Stripe.PaymentMethod {
  return {
    ...shared(payer, created),
    type: 'bacs_debit',
    bacs_debit: {
      fingerprint: `sandbox${accountNumber}`,
      last4: accountNumber.slice(-4),
      sort_code: sortCode,
    },
  };
}

export function billingDetails(payer: Payer): Stripe.Charge.BillingDetails {
  return {
    address: { city: null, country: 'GB', line1: null, line2: null, postal_code: null, state: null },
    email: payer.email,
    name: payer.name,
    phone: null,
    tax_id: null,
  };
}
