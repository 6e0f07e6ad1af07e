import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type Stripe from 'stripe';
import { Checkout } from '../checkout/checkout.service.js';
import { Disputes } from '../payments/disputes.service.js';
import { FraudWarnings } from '../payments/fraud-warnings.service.js';
import { Refunds } from '../payments/refunds.service.js';
import { SandboxStore } from '../store/sandbox-store.js';
import type { AsyncOutcome } from '../store/session-details.js';
import { noSuch, refused } from '../wire/stripe-error.js';
import {
  CloseDisputeBody,
  DisputeBody,
  FailRefundBody,
  FraudWarningBody,
  RefundStatusBody,
} from './control-bodies.js';
import { readBody } from './read-body.js';
import { idOf } from '../store/ids.js';

/** What banks and payers do of their own accord. */
@Controller('_sandbox')
export class PaymentsControl {
  constructor(
    private readonly store: SandboxStore,
    private readonly checkout: Checkout,
    private readonly disputes: Disputes,
    private readonly warnings: FraudWarnings,
    private readonly refunds: Refunds,
  ) {}

  @Post('disputes')
  @HttpCode(200)
  dispute(@Body() body: unknown): Stripe.Dispute {
    const { payment_intent: id, reason } = readBody(DisputeBody, body);
    const intent = this.store.paymentIntents.get(id);
    const charge = this.store.charges.get(idOf(intent?.latest_charge));
    if (!charge) throw noSuch('payment_intent', id, 'payment_intent');
    return this.kept(this.disputes.open(charge, reason));
  }

  @Post('disputes/:id/close')
  @HttpCode(200)
  closeDispute(@Param('id') id: string, @Body() body: unknown): Stripe.Dispute {
    const dispute = this.store.disputes.get(id);
    if (!dispute) throw noSuch('dispute', id, 'id', 404);
    return this.kept(this.disputes.close(dispute, readBody(CloseDisputeBody, body).status));
  }

  @Post('early-fraud-warnings')
  @HttpCode(200)
  warn(@Body() body: unknown): Stripe.Radar.EarlyFraudWarning {
    const { charge: id, fraud_type } = readBody(FraudWarningBody, body);
    const charge = this.store.charges.get(id);
    if (!charge) throw noSuch('charge', id, 'charge');
    return this.kept(this.warnings.raise(charge, fraud_type));
  }

  @Post('refunds/:id/fail')
  @HttpCode(200)
  failRefund(@Param('id') id: string, @Body() body: unknown): Stripe.Refund {
    const refund = this.store.refunds.get(id);
    if (!refund) throw noSuch('refund', id, 'id', 404);
    return this.kept(this.refunds.fail(refund, readBody(FailRefundBody, body).reason));
  }

  @Post('refunds/:id/status')
  @HttpCode(200)
  refundStatus(@Param('id') id: string, @Body() body: unknown): Stripe.Refund {
    const refund = this.store.refunds.get(id);
    if (!refund) throw noSuch('refund', id, 'id', 404);
    return this.kept(this.refunds.become(refund, readBody(RefundStatusBody, body).status));
  }

  @Post('async/:session/succeed')
  @HttpCode(200)
  succeed(@Param('session') id: string): Stripe.Checkout.Session {
    return this.settle(id, 'succeed');
  }

  @Post('async/:session/fail')
  @HttpCode(200)
  fail(@Param('session') id: string): Stripe.Checkout.Session {
    return this.settle(id, 'fail');
  }

  private settle(id: string, outcome: AsyncOutcome): Stripe.Checkout.Session {
    const session = this.store.sessions.get(id);
    if (!session) throw noSuch('checkout.session', id, 'session', 404);
    if (!this.checkout.settle(session, outcome))
      throw refused('No payment by bank is under way for this session.', 'no_pending_payment', 'session');
    return session;
  }

  private kept<T>(made: T): T {
    this.store.changed();
    return made;
  }
}
