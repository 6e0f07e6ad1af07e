import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, ApiPost, StripeApi } from '../wire/stripe-api.js';
import { noSuch } from '../wire/stripe-error.js';

@StripeApi('payment_intents')
export class PaymentIntentsController {
  constructor(private readonly store: SandboxStore) {}

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.PaymentIntent> {
    return pageOf('/v1/payment_intents', this.store.paymentIntents.newestFirst(), params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.PaymentIntent {
    return this.find(id);
  }

  @ApiPost(':id')
  update(@Param('id') id: string, @ApiParams() params: Params): Stripe.PaymentIntent {
    const intent = this.find(id);
    const metadata = params.metadata('metadata', intent.metadata);
    const description = params.text('description');
    const receiptEmail = params.text('receipt_email');
    params.end();
    intent.metadata = metadata;
    if (description !== undefined) intent.description = description;
    if (receiptEmail !== undefined) intent.receipt_email = receiptEmail;
    this.store.changed();
    return intent;
  }

  private find(id: string): Stripe.PaymentIntent {
    const intent = this.store.paymentIntents.get(id);
    if (!intent) throw noSuch('payment_intent', id, 'intent', 404);
    return intent;
  }
}
