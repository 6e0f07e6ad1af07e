import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, ApiPost, StripeApi } from '../wire/stripe-api.js';
import { invalidRequest, noSuch, refused } from '../wire/stripe-error.js';
import { Refunds } from './refunds.service.js';

const REASONS = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

@StripeApi('refunds')
export class RefundsController {
  constructor(
    private readonly store: SandboxStore,
    private readonly refunds: Refunds,
  ) {}

  @ApiPost()
  create(@ApiParams() params: Params): Stripe.Refund {
    const charge = params.text('charge');
    const intent = params.text('payment_intent');
    const order = {
      amount: params.integer('amount', { min: 1 }),
      reason: params.oneOf('reason', REASONS) ?? null,
      metadata: params.metadata(),
    };
    params.end();
    if (charge !== undefined && intent !== undefined) {
      throw invalidRequest('You may only specify one of these parameters: charge, payment_intent.', 'charge');
    }
    if (charge === undefined && intent === undefined) {
      throw invalidRequest(
        'One of the following params should be provided for this request: payment_intent or charge.',
      );
    }
    const refund = this.refunds.create({
      ...order,
      charge: charge === undefined ? this.chargeOf(intent ?? '') : this.named(charge),
    });
    this.store.changed();
    return refund;
  }

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Refund> {
    const charge = params.text('charge');
    const intent = params.text('payment_intent');
    const found = this.store.refunds
      .newestFirst()
      .filter(
        (refund) =>
          (charge === undefined || refund.charge === charge) &&
          (intent === undefined || refund.payment_intent === intent),
      );
    return pageOf('/v1/refunds', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Refund {
    return this.find(id);
  }

  @ApiPost(':id')
  update(@Param('id') id: string, @ApiParams() params: Params): Stripe.Refund {
    const refund = this.find(id);
    const metadata = params.metadata('metadata', refund.metadata ?? {});
    params.end();
    refund.metadata = metadata;
    this.store.changed();
    return refund;
  }

  private named(id: string): Stripe.Charge {
    const charge = this.store.charges.get(id);
    if (!charge) throw noSuch('charge', id, 'charge');
    return charge;
  }

  private chargeOf(id: string): Stripe.Charge {
    const intent = this.store.paymentIntents.get(id);
    if (!intent) throw noSuch('payment_intent', id, 'payment_intent');
    const charge =
      typeof intent.latest_charge === 'string' ? this.store.charges.get(intent.latest_charge) : undefined;
    if (intent.status !== 'succeeded' || !charge) {
      throw refused(
        `This PaymentIntent (${id}) does not have a successful charge to refund.`,
        'payment_intent_unexpected_state',
        'payment_intent',
      );
    }
    return charge;
  }

  private find(id: string): Stripe.Refund {
    const refund = this.store.refunds.get(id);
    if (!refund) throw noSuch('refund', id, 'id', 404);
    return refund;
  }
}
