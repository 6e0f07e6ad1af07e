import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import type { Params } from '../wire/params.js';
import { invalidRequest, noSuch } from '../wire/stripe-error.js';
import { idOf } from '../store/ids.js';

/** A discount that may be used on a session. */
export interface UsableDiscount {
  readonly coupon: Stripe.Coupon;
  readonly promotionCode: Stripe.PromotionCode | undefined;
}

/** Decides which coupons and codes count, and works them into a session's sums. */
@Injectable()
export class Discounts {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
  ) {}

  /** The discount the API request names. @throws StripeApiError when it cannot be used. */
  named(params: Params, subtotal: number, currency: string): UsableDiscount {
    const couponId = params.text('coupon');
    const codeId = params.text('promotion_code');
    params.end();
    if ((couponId === undefined) === (codeId === undefined)) {
      throw invalidRequest(
        'You must specify exactly one of these parameters: coupon, promotion_code.',
        params.label('coupon'),
      );
    }
    const promotionCode = codeId === undefined ? undefined : this.store.promotionCodes.get(codeId);
    if (codeId !== undefined && !promotionCode)
      throw noSuch('promotion code', codeId, params.label('promotion_code'));
    const coupon = this.store.coupons.get(couponId ?? idOf(promotionCode?.promotion.coupon));
    if (!coupon) throw noSuch('coupon', couponId ?? '', params.label('coupon'));
    const problem = this.problemWith({ coupon, promotionCode }, subtotal, currency);
    if (problem !== undefined)
      throw invalidRequest(problem, params.label(couponId === undefined ? 'promotion_code' : 'coupon'));
    return { coupon, promotionCode };
  }

  /** What a person typed on the pay page; a sentence for them when it cannot be used. */
  typed(code: string, subtotal: number, currency: string): UsableDiscount | string {
    const wanted = code.trim().toLowerCase();
    const promotionCode = this.store.promotionCodes
      .newestFirst()
      .find((item) => item.code.toLowerCase() === wanted && item.active);
    const coupon = promotionCode && this.store.coupons.get(idOf(promotionCode.promotion.coupon));
    if (!promotionCode || !coupon) return 'This code is not valid.';
    return this.problemWith({ coupon, promotionCode }, subtotal, currency) ?? { coupon, promotionCode };
  }

  /** Sets the discount (or none) and works out every sum of the session again. */
  apply(
    session: Stripe.Checkout.Session,
    lines: readonly Stripe.LineItem[],
    discount: UsableDiscount | undefined,
  ): void {
    let left = discount?.coupon.amount_off ?? 0;
    for (const line of lines) {
      const off = discount?.coupon.percent_off
        ? Math.round((line.amount_subtotal * discount.coupon.percent_off) / 100)
        : Math.min(left, line.amount_subtotal);
      left -= discount?.coupon.percent_off ? 0 : off;
      line.amount_discount = off;
      line.amount_total = line.amount_subtotal - off;
    }
    session.discounts = discount
      ? [{ coupon: discount.coupon.id, promotion_code: discount.promotionCode?.id ?? null }]
      : [];
    session.amount_total = lines.reduce((sum, line) => sum + line.amount_total, 0);
    session.total_details = {
      amount_discount: (session.amount_subtotal ?? 0) - session.amount_total,
      amount_shipping: 0,
      amount_tax: 0,
    };
  }

  /** Counts the use, once the session is complete. */
  redeem(session: Stripe.Checkout.Session): void {
    for (const { coupon, promotion_code } of session.discounts ?? []) {
      const usedCoupon = this.store.coupons.get(idOf(coupon));
      const usedCode = this.store.promotionCodes.get(idOf(promotion_code));
      if (usedCoupon) {
        usedCoupon.times_redeemed += 1;
        usedCoupon.valid =
          usedCoupon.max_redemptions === null || usedCoupon.times_redeemed < usedCoupon.max_redemptions;
      }
      if (usedCode) {
        usedCode.times_redeemed += 1;
        if (usedCode.max_redemptions !== null && usedCode.times_redeemed >= usedCode.max_redemptions)
          usedCode.active = false;
      }
    }
  }

  private problemWith(
    { coupon, promotionCode: code }: UsableDiscount,
    subtotal: number,
    currency: string,
  ): string | undefined {
    const now = this.clock.seconds();
    if (!coupon.valid || (coupon.redeem_by !== null && coupon.redeem_by < now))
      return 'This code is no longer valid.';
    if (coupon.currency !== null && coupon.currency !== currency) return 'This code is for another currency.';
    if (!code) return undefined;
    if (!code.active) return 'This code is no longer valid.';
    if (code.expires_at !== null && code.expires_at < now) return 'This code has expired.';
    const least = code.restrictions.minimum_amount;
    if (least !== null && subtotal < least) return 'This code needs a larger order.';
    return undefined;
  }
}
