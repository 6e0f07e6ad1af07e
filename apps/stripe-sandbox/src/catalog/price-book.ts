import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import type { Params } from '../wire/params.js';
import { invalidRequest, noSuch } from '../wire/stripe-error.js';
import { priceOf } from './price.factory.js';
import { productOf } from './product.factory.js';

/** Stripe's largest amount: eight digits. */
const MOST = 99_999_999;

/** Finds prices, and makes them from the data of a request. */
@Injectable()
export class PriceBook {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
  ) {}

  /** The price a parameter names. @throws StripeApiError when there is none or it is not on sale. */
  named(id: string, param: string): Stripe.Price {
    const price = this.store.prices.get(id);
    if (!price) throw noSuch('price', id, param);
    if (!price.active)
      throw invalidRequest(`The price specified is inactive. This field only accepts active prices.`, param);
    return price;
  }

  /** A new price from `currency`, `unit_amount`, `product` or `product_data`; `inline` prices are inactive once used. */
  make(params: Params, inline: boolean): Stripe.Price {
    const currency = params.currency('currency') ?? params.missing('currency');
    const unitAmount = params.integer('unit_amount', { min: 0, max: MOST }) ?? params.missing('unit_amount');
    const taxBehavior =
      params.oneOf('tax_behavior', ['exclusive', 'inclusive', 'unspecified']) ?? 'unspecified';
    const named = inline
      ? { nickname: null, lookupKey: null, metadata: {}, active: false }
      : {
          nickname: params.text('nickname') ?? null,
          lookupKey: params.text('lookup_key', { max: 200 }) ?? null,
          metadata: params.metadata(),
          active: params.boolean('active') ?? true,
        };
    if (params.has('recurring'))
      throw invalidRequest('The sandbox knows one-time prices only.', params.label('recurring'));
    const product = this.productOf(params);
    params.end();
    const price = priceOf(
      newId('price'),
      { product, currency, unitAmount, taxBehavior, ...named },
      this.clock.seconds(),
    );
    return this.store.prices.add(price);
  }

  private productOf(params: Params): string {
    const id = params.text('product');
    const data = params.object('product_data');
    if (id !== undefined && data)
      throw invalidRequest(
        'You may only specify one of these parameters: product, product_data.',
        params.label('product'),
      );
    if (id !== undefined) {
      if (!this.store.products.get(id)) throw noSuch('product', id, params.label('product'));
      return id;
    }
    if (!data) return params.missing('product');
    const input = {
      name: data.requiredText('name', { max: 250 }),
      description: data.text('description') ?? null,
      active: true,
      metadata: data.metadata(),
    };
    data.accept('images', 'tax_code', 'tax_details', 'unit_label', 'statement_descriptor');
    data.end();
    return this.store.products.add(productOf(newId('prod'), input, this.clock.seconds())).id;
  }
}
