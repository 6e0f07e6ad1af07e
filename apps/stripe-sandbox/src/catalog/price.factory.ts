import Stripe from 'stripe';

export interface PriceInput {
  readonly product: string;
  readonly currency: string;
  /** In the currency's smallest unit: pence. */
  readonly unitAmount: number;
  readonly active: boolean;
  readonly nickname: string | null;
  readonly lookupKey: string | null;
  readonly taxBehavior: Stripe.Price.TaxBehavior;
  readonly metadata: Stripe.Metadata;
}

export function priceOf(id: string, input: PriceInput, created: number): Stripe.Price {
  return {
    id,
    object: 'price',
    active: input.active,
    billing_scheme: 'per_unit',
    created,
    currency: input.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: input.lookupKey,
    metadata: input.metadata,
    nickname: input.nickname,
    product: input.product,
    recurring: null,
    tax_behavior: input.taxBehavior,
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: input.unitAmount,
    unit_amount_decimal: Stripe.Decimal.from(input.unitAmount),
  };
}
