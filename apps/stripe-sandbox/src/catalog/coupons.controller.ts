import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, ApiPost, StripeApi } from '../wire/stripe-api.js';
import { invalidRequest, noSuch } from '../wire/stripe-error.js';

@StripeApi('coupons')
export class CouponsController {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
  ) {}

  @ApiPost()
  create(@ApiParams() params: Params): Stripe.Coupon {
    const id = params.text('id', { max: 200 }) ?? newId('coupon').slice(7, 15);
    if (this.store.coupons.get(id))
      throw invalidRequest('Coupon already exists.', 'id', 'resource_already_exists');
    const percentOff = params.number('percent_off');
    const amountOff = params.integer('amount_off', { min: 1 });
    const currency = params.currency('currency');
    if ((percentOff === undefined) === (amountOff === undefined)) {
      throw invalidRequest('Must provide exactly one of percent_off or amount_off.', 'percent_off');
    }
    if (percentOff !== undefined && (percentOff <= 0 || percentOff > 100)) {
      throw invalidRequest('Invalid percent_off: must be greater than 0 and at most 100', 'percent_off');
    }
    if (amountOff !== undefined && currency === undefined) params.missing('currency');
    const coupon: Stripe.Coupon = {
      id,
      object: 'coupon',
      amount_off: amountOff ?? null,
      created: this.clock.seconds(),
      currency: currency ?? null,
      duration: params.oneOf('duration', ['forever', 'once', 'repeating']) ?? 'once',
      duration_in_months: params.integer('duration_in_months', { min: 1 }) ?? null,
      livemode: false,
      max_redemptions: params.integer('max_redemptions', { min: 1 }) ?? null,
      metadata: params.metadata(),
      name: params.text('name', { max: 40 }) ?? null,
      percent_off: percentOff ?? null,
      redeem_by: params.integer('redeem_by', { min: 1 }) ?? null,
      times_redeemed: 0,
      valid: true,
    };
    params.end();
    this.store.changed();
    return this.store.coupons.add(coupon);
  }

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Coupon> {
    return pageOf('/v1/coupons', this.store.coupons.newestFirst(), params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Coupon {
    const coupon = this.store.coupons.get(id);
    if (!coupon) throw noSuch('coupon', id, 'coupon', 404);
    return coupon;
  }
}
