import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, ApiPost, StripeApi } from '../wire/stripe-api.js';
import { noSuch } from '../wire/stripe-error.js';
import { PriceBook } from './price-book.js';

@StripeApi('prices')
export class PricesController {
  constructor(
    private readonly store: SandboxStore,
    private readonly book: PriceBook,
  ) {}

  @ApiPost()
  create(@ApiParams() params: Params): Stripe.Price {
    const price = this.book.make(params, false);
    this.store.changed();
    return price;
  }

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Price> {
    const product = params.text('product');
    const active = params.boolean('active');
    const keys = params.texts('lookup_keys', { max: 10 });
    const found = this.store.prices
      .newestFirst()
      .filter(
        (price) =>
          (product === undefined || price.product === product) &&
          (active === undefined || price.active === active) &&
          (keys === undefined || keys.includes(price.lookup_key ?? '')),
      );
    return pageOf('/v1/prices', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Price {
    const price = this.store.prices.get(id);
    if (!price) throw noSuch('price', id, 'price', 404);
    return price;
  }
}
