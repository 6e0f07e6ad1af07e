import { Controller, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type Stripe from 'stripe';
import { Checkout, type PayOutcome } from '../checkout/checkout.service.js';
import { Discounts } from '../checkout/discounts.js';
import { TEST_ACCOUNTS, TEST_SORT_CODE } from '../payments/test-accounts.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import type { FormObject } from '../wire/form-body.js';
import { challengePage } from './challenge-page.js';
import { messagePage } from '../wire/page-shell.js';
import { checkPayForm, type PayError, type PayOrder, type PayValues, payValues } from './pay-form.js';
import { payPage } from './pay-page.js';
import { payCss } from './pay-css.js';
import { pageHeaders } from '../wire/page-headers.js';

/** The hosted pay page. It works without JavaScript and carries none. */
@Controller()
export class PayController {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly checkout: Checkout,
    private readonly discounts: Discounts,
  ) {}

  @Get('assets/pay.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'no-cache')
  css(): string {
    return payCss;
  }

  @Get('c/pay/:id')
  show(@Param('id') id: string, @Res() reply: FastifyReply): void {
    const session = this.store.sessions.get(id);
    if (!session) return missing(reply);
    if (session.status !== 'open') return this.ended(session, reply);
    this.page(session, reply, 200, payValues({ email: session.customer_email ?? '' }));
  }

  @Post('c/pay/:id')
  pay(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const session = this.store.sessions.get(id);
    if (!session) return missing(reply);
    // A second click on the button: the first has paid already.
    if (session.status === 'complete') return seeOther(reply, successUrl(session));
    if (session.status !== 'open') return this.ended(session, reply);
    const values = this.values(session, request);
    const codeError = this.takeCode(session, values.promotion_code);
    const checked = checkPayForm(values, {
      now: new Date(this.clock.now()),
      free: session.amount_total === 0,
      delayed: this.checkout.detailsOf(session).allowDelayed,
    });
    const errors = [...(codeError ? [codeError] : []), ...('errors' in checked ? checked.errors : [])];
    if (errors.length > 0 || 'errors' in checked) return this.page(session, reply, 422, values, errors);
    this.follow(session, this.settle(session, checked.order), values, reply);
  }

  @Post('c/pay/:id/code')
  code(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const session = this.store.sessions.get(id);
    if (!session) return missing(reply);
    if (session.status !== 'open') return this.ended(session, reply);
    const values = this.values(session, request);
    const error =
      values.promotion_code === ''
        ? unknownCode('Enter a promotion code.')
        : this.takeCode(session, values.promotion_code);
    if (error) return this.page(session, reply, 422, values, [error]);
    seeOther(reply, `/c/pay/${session.id}`);
  }

  @Get('c/pay/:id/challenge')
  challenge(@Param('id') id: string, @Res() reply: FastifyReply): void {
    const session = this.store.sessions.get(id);
    if (!session) return missing(reply);
    if (session.status !== 'open') return this.ended(session, reply);
    if (!this.challenged(session)) return seeOther(reply, `/c/pay/${session.id}`);
    send(session, reply, 200, challengePage(session));
  }

  @Post('c/pay/:id/challenge')
  answer(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const session = this.store.sessions.get(id);
    if (!session) return missing(reply);
    if (session.status === 'complete') return seeOther(reply, successUrl(session));
    if (session.status !== 'open') return this.ended(session, reply);
    if (!this.challenged(session)) return seeOther(reply, `/c/pay/${session.id}`);
    const passed = bodyOf(request).result === 'complete';
    const values = payValues({ email: session.customer_email ?? '' });
    this.follow(session, this.checkout.answerChallenge(session, passed), values, reply);
  }

  private settle(session: Stripe.Checkout.Session, order: PayOrder): PayOutcome {
    switch (order.method) {
      case 'nothing':
        return this.checkout.completeFree(session, order.payer);
      case 'card':
        return this.checkout.payByCard(session, order.payer, order.details);
      case 'bank_succeeds_later':
      case 'bank_fails_later': {
        const account = TEST_ACCOUNTS.find(
          ({ outcome }) => outcome === (order.method === 'bank_fails_later' ? 'fail' : 'succeed'),
        );
        if (!account) throw new Error('There is no test account for this outcome.');
        return this.checkout.payByBank(session, order.payer, TEST_SORT_CODE, account);
      }
    }
  }

  /** Whether the session waits for 3-D Secure. */
  private challenged(session: Stripe.Checkout.Session): boolean {
    return this.checkout.detailsOf(session).challengedCard !== undefined;
  }

  private follow(
    session: Stripe.Checkout.Session,
    outcome: PayOutcome,
    values: PayValues,
    reply: FastifyReply,
  ): void {
    switch (outcome.kind) {
      case 'complete':
        return seeOther(reply, successUrl(session));
      case 'challenge':
        return seeOther(reply, `/c/pay/${session.id}/challenge`);
      case 'declined':
        return this.page(session, reply, 422, values, [], outcome.message);
    }
  }

  private page(
    session: Stripe.Checkout.Session,
    reply: FastifyReply,
    status: number,
    values: PayValues,
    errors: readonly PayError[] = [],
    refusal?: string,
  ): void {
    const { lineItems: items, allowDelayed: delayed } = this.checkout.detailsOf(session);
    send(session, reply, status, payPage({ session, items, values, errors, refusal, delayed }));
  }

  private ended(session: Stripe.Checkout.Session, reply: FastifyReply): void {
    if (session.status === 'complete') {
      const back = { href: successUrl(session), label: 'Go to your order' };
      return send(
        session,
        reply,
        200,
        messagePage(
          'You have already paid',
          'This checkout is complete. You do not need to pay again.',
          back,
        ),
      );
    }
    const back =
      session.cancel_url === null ? undefined : { href: session.cancel_url, label: 'Go back to the shop' };
    send(
      session,
      reply,
      410,
      messagePage(
        'This checkout has ended',
        'It was open for a limited time and nothing was charged. Start again from the shop.',
        back,
      ),
    );
  }

  private values(session: Stripe.Checkout.Session, request: FastifyRequest): PayValues {
    const values = payValues(bodyOf(request));
    return session.customer_email === null ? values : { ...values, email: session.customer_email };
  }

  /** Applies a typed code; an error if it is not to be had. */
  private takeCode(session: Stripe.Checkout.Session, typed: string): PayError | undefined {
    if (typed === '') return undefined;
    if (session.allow_promotion_codes !== true) return unknownCode('This checkout takes no promotion codes.');
    const found = this.discounts.typed(typed, session.amount_subtotal ?? 0, session.currency ?? '');
    if (typeof found === 'string') return unknownCode(found);
    this.discounts.apply(session, this.checkout.detailsOf(session).lineItems, found);
    this.store.changed();
    return undefined;
  }
}

const unknownCode = (message: string): PayError => ({ field: 'promotion_code', message });

const bodyOf = (request: FastifyRequest): FormObject =>
  typeof request.body === 'object' && request.body !== null ? (request.body as FormObject) : {};

const successUrl = (session: Stripe.Checkout.Session): string =>
  (session.success_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id);

const missing = (reply: FastifyReply): void => {
  void reply
    .status(404)
    .headers(pageHeaders([]))
    .send(messagePage('There is no such checkout', 'The address is not complete, or the sandbox was reset.'));
};

const seeOther = (reply: FastifyReply, address: string): void => {
  void reply.status(303).header('cache-control', 'no-store').header('location', address).send();
};

function send(session: Stripe.Checkout.Session, reply: FastifyReply, status: number, page: string): void {
  void reply
    .status(status)
    .headers(pageHeaders([session.success_url, session.cancel_url]))
    .send(page);
}
