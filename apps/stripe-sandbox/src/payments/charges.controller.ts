import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, StripeApi } from '../wire/stripe-api.js';
import { noSuch } from '../wire/stripe-error.js';

@StripeApi('charges')
export class ChargesController {
  constructor(private readonly store: SandboxStore) {}

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Charge> {
    const intent = params.text('payment_intent');
    const found = this.store.charges
      .newestFirst()
      .filter((charge) => intent === undefined || charge.payment_intent === intent);
    return pageOf('/v1/charges', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Charge {
    return this.find(id);
  }

  @Get(':id/refunds')
  refunds(@Param('id') id: string, @ApiParams() params: Params): Stripe.ApiList<Stripe.Refund> {
    const charge = this.find(id);
    const refunds = this.store.refunds.newestFirst().filter((refund) => refund.charge === charge.id);
    return pageOf(`/v1/charges/${charge.id}/refunds`, refunds, params);
  }

  private find(id: string): Stripe.Charge {
    const charge = this.store.charges.get(id);
    if (!charge) throw noSuch('charge', id, 'id', 404);
    return charge;
  }
}
