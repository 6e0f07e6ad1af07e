import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, ApiPost, StripeApi } from '../wire/stripe-api.js';
import { invalidRequest, noSuch } from '../wire/stripe-error.js';

@StripeApi('promotion_codes')
export class PromotionCodesController {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
  ) {}

  @ApiPost()
  create(@ApiParams() params: Params): Stripe.PromotionCode {
    const promotion = params.object('promotion') ?? params.missing('promotion');
    if (promotion.oneOf('type', ['coupon']) === undefined) promotion.missing('type');
    const coupon = promotion.requiredText('coupon');
    if (!this.store.coupons.get(coupon)) throw noSuch('coupon', coupon, promotion.label('coupon'));
    promotion.end();
    const code = params.text('code', { max: 500 }) ?? newId('x').slice(2, 10).toUpperCase();
    if (!/^[A-Za-z0-9-]+$/.test(code))
      throw invalidRequest('Promotion codes may hold letters, digits and dashes only.', 'code');
    if (this.active(code))
      throw invalidRequest(`An active promotion code with \`code: ${code}\` already exists.`, 'code');
    const restrictions = params.object('restrictions');
    const promotionCode: Stripe.PromotionCode = {
      id: newId('promo'),
      object: 'promotion_code',
      active: params.boolean('active') ?? true,
      code,
      created: this.clock.seconds(),
      customer: null,
      customer_account: null,
      expires_at: params.integer('expires_at', { min: 1 }) ?? null,
      livemode: false,
      max_redemptions: params.integer('max_redemptions', { min: 1 }) ?? null,
      metadata: params.metadata(),
      promotion: { type: 'coupon', coupon },
      restrictions: {
        first_time_transaction: restrictions?.boolean('first_time_transaction') ?? false,
        minimum_amount: restrictions?.integer('minimum_amount', { min: 1 }) ?? null,
        minimum_amount_currency: restrictions?.currency('minimum_amount_currency') ?? null,
      },
      times_redeemed: 0,
    };
    restrictions?.end();
    params.end();
    this.store.changed();
    return this.store.promotionCodes.add(promotionCode);
  }

  @ApiPost(':id')
  update(@Param('id') id: string, @ApiParams() params: Params): Stripe.PromotionCode {
    const promotionCode = this.find(id);
    const active = params.boolean('active');
    const metadata = params.metadata('metadata', promotionCode.metadata ?? {});
    params.end();
    Object.assign(promotionCode, {
      metadata,
      ...(active !== undefined && { active }),
    } satisfies Partial<Stripe.PromotionCode>);
    this.store.changed();
    return promotionCode;
  }

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.PromotionCode> {
    const code = params.text('code')?.toLowerCase();
    const active = params.boolean('active');
    const coupon = params.text('coupon');
    const found = this.store.promotionCodes
      .newestFirst()
      .filter(
        (item) =>
          (code === undefined || item.code.toLowerCase() === code) &&
          (active === undefined || item.active === active) &&
          (coupon === undefined || item.promotion.coupon === coupon),
      );
    return pageOf('/v1/promotion_codes', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.PromotionCode {
    return this.find(id);
  }

  private active(code: string): boolean {
    return this.store.promotionCodes
      .oldestFirst()
      .some((item) => item.active && item.code.toLowerCase() === code.toLowerCase());
  }

  private find(id: string): Stripe.PromotionCode {
    const promotionCode = this.store.promotionCodes.get(id);
    if (!promotionCode) throw noSuch('promotion code', id, 'promotion_code', 404);
    return promotionCode;
  }
}
