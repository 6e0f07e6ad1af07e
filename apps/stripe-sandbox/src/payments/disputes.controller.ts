import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, ApiPost, StripeApi } from '../wire/stripe-api.js';
import { noSuch } from '../wire/stripe-error.js';
import { EVIDENCE_FIELDS } from './dispute.factory.js';
import { Disputes } from './disputes.service.js';

@StripeApi('disputes')
export class DisputesController {
  constructor(
    private readonly store: SandboxStore,
    private readonly disputes: Disputes,
  ) {}

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Dispute> {
    const charge = params.text('charge');
    const intent = params.text('payment_intent');
    const found = this.store.disputes
      .newestFirst()
      .filter(
        (dispute) =>
          (charge === undefined || dispute.charge === charge) &&
          (intent === undefined || dispute.payment_intent === intent),
      );
    return pageOf('/v1/disputes', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Dispute {
    return this.find(id);
  }

  @ApiPost(':id')
  update(@Param('id') id: string, @ApiParams() params: Params): Stripe.Dispute {
    const dispute = this.find(id);
    const metadata = params.metadata('metadata', dispute.metadata);
    const submit = params.boolean('submit') ?? true;
    const given = params.object('evidence');
    const evidence: Record<string, string> = {};
    for (const field of EVIDENCE_FIELDS) {
      const text = given?.text(field, { max: 20_000 });
      if (text !== undefined) evidence[field] = text;
    }
    given?.end();
    params.end();
    dispute.metadata = metadata;
    if (given) this.disputes.submitEvidence(dispute, evidence, submit);
    this.store.changed();
    return dispute;
  }

  /** Giving in: the dispute counts as lost. */
  @ApiPost(':id/close')
  close(@Param('id') id: string, @ApiParams() params: Params): Stripe.Dispute {
    params.end();
    return this.disputes.close(this.find(id), 'lost');
  }

  private find(id: string): Stripe.Dispute {
    const dispute = this.store.disputes.get(id);
    if (!dispute) throw noSuch('dispute', id, 'dispute', 404);
    return dispute;
  }
}
