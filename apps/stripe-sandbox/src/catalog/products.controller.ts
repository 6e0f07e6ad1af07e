import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, ApiPost, StripeApi } from '../wire/stripe-api.js';
import { invalidRequest, noSuch } from '../wire/stripe-error.js';
import { type ProductInput, productOf } from './product.factory.js';

@StripeApi('products')
export class ProductsController {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
  ) {}

  @ApiPost()
  create(@ApiParams() params: Params): Stripe.Product {
    const id = params.text('id', { max: 100 }) ?? newId('prod');
    if (this.store.products.get(id))
      throw invalidRequest('Product already exists.', 'id', 'resource_already_exists');
    const input: ProductInput = {
      name: params.requiredText('name', { max: 250 }),
      description: params.text('description') ?? null,
      active: params.boolean('active') ?? true,
      metadata: params.metadata(),
    };
    params.accept(
      'images',
      'shippable',
      'statement_descriptor',
      'tax_code',
      'tax_details',
      'unit_label',
      'url',
      'marketing_features',
    );
    params.end();
    this.store.changed();
    return this.store.products.add(productOf(id, input, this.clock.seconds()));
  }

  @ApiPost(':id')
  update(@Param('id') id: string, @ApiParams() params: Params): Stripe.Product {
    const product = this.find(id);
    const name = params.text('name', { max: 250 });
    const description = params.text('description');
    const active = params.boolean('active');
    const metadata = params.metadata('metadata', product.metadata);
    params.end();
    Object.assign(product, {
      metadata,
      updated: this.clock.seconds(),
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(active !== undefined && { active }),
    } satisfies Partial<Stripe.Product>);
    this.store.changed();
    return product;
  }

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Product> {
    const active = params.boolean('active');
    const found = this.store.products
      .newestFirst()
      .filter((product) => active === undefined || product.active === active);
    return pageOf('/v1/products', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Product {
    return this.find(id);
  }

  private find(id: string): Stripe.Product {
    const product = this.store.products.get(id);
    if (!product) throw noSuch('product', id, 'id', 404);
    return product;
  }
}
