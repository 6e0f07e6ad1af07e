import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, ApiPost, StripeApi } from '../wire/stripe-api.js';
import { noSuch } from '../wire/stripe-error.js';
import { Checkout } from './checkout.service.js';
import { CreateSession } from './create-session.js';

@StripeApi('checkout/sessions')
export class SessionsController {
  constructor(
    private readonly store: SandboxStore,
    private readonly createSession: CreateSession,
    private readonly checkout: Checkout,
  ) {}

  @ApiPost()
  create(@ApiParams() params: Params): Stripe.Checkout.Session {
    const { session, details } = this.createSession.from(params);
    this.store.sessions.add(session);
    this.store.sessionDetails.add(details);
    this.checkout.watch(session);
    this.store.changed();
    return session;
  }

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Checkout.Session> {
    const intent = params.text('payment_intent');
    const status = params.oneOf('status', ['complete', 'expired', 'open']);
    const customer = params.object('customer_details');
    const email = customer?.text('email');
    customer?.end();
    const found = this.store.sessions
      .newestFirst()
      .filter(
        (session) =>
          (intent === undefined || session.payment_intent === intent) &&
          (status === undefined || session.status === status) &&
          (email === undefined || session.customer_details?.email === email),
      );
    return pageOf('/v1/checkout/sessions', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Checkout.Session {
    return this.find(id);
  }

  @ApiPost(':id')
  update(@Param('id') id: string, @ApiParams() params: Params): Stripe.Checkout.Session {
    const session = this.find(id);
    const metadata = params.metadata('metadata', session.metadata ?? {});
    params.end();
    session.metadata = metadata;
    this.store.changed();
    return session;
  }

  @ApiPost(':id/expire')
  expire(@Param('id') id: string, @ApiParams() params: Params): Stripe.Checkout.Session {
    params.end();
    return this.checkout.expire(this.find(id));
  }

  @Get(':id/line_items')
  lineItems(@Param('id') id: string, @ApiParams() params: Params): Stripe.ApiList<Stripe.LineItem> {
    const session = this.find(id);
    return pageOf(
      `/v1/checkout/sessions/${session.id}/line_items`,
      this.checkout.detailsOf(session).lineItems,
      params,
    );
  }

  private find(id: string): Stripe.Checkout.Session {
    const session = this.store.sessions.get(id);
    if (!session) throw noSuch('checkout.session', id, 'session', 404);
    return session;
  }
}
