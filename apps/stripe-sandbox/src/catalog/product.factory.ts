import type Stripe from 'stripe';

export interface ProductInput {
  readonly name: string;
  readonly description: string | null;
  readonly active: boolean;
  readonly metadata: Stripe.Metadata;
}

export function productOf(id: string, input: ProductInput, created: number): Stripe.Product {
  return {
    id,
    object: 'product',
    active: input.active,
    created,
    default_price: null,
    description: input.description,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: input.metadata,
    name: input.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: created,
    url: null,
  };
}
