import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { PriceBook } from '../catalog/price-book.js';
import { SandboxOptions } from '../options.js';
import { idOf, newId, newSessionId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import type { SessionDetails } from '../store/session-details.js';
import type { Params } from '../wire/params.js';
import { invalidRequest } from '../wire/stripe-error.js';
import { Discounts } from './discounts.js';
import { lineItemOf, sessionOf } from './session.factory.js';
import { LOCALES, UNUSED_SESSION_PARAMS } from './session-params.js';

const MINUTE = 60;
const SHORTEST = 30 * MINUTE;
const LONGEST = 24 * 60 * MINUTE;
/** Callers that ask for exactly 30 minutes lose up to this much on the way; Stripe allows for it too. */
const SLACK = MINUTE;
/** Stripe's smallest charge in pounds. Source: docs.stripe.com/currencies, minimum charge amounts. */
const LEAST_PENCE = 30;

/** Turns the parameters of `POST /v1/checkout/sessions` into a session. Every refusal names its parameter. */
@Injectable()
export class CreateSession {
  constructor(
    private readonly options: SandboxOptions,
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly prices: PriceBook,
    private readonly discounts: Discounts,
  ) {}

  from(params: Params): { session: Stripe.Checkout.Session; details: SessionDetails } {
    const mode = params.oneOf('mode', ['payment', 'setup', 'subscription']) ?? params.missing('mode');
    if (mode !== 'payment') throw invalidRequest('The sandbox knows mode=payment only.', 'mode');
    params.oneOf('ui_mode', ['hosted_page']);
    const lineItems = this.lineItems(params);
    const currency = lineItems[0]?.currency ?? 'gbp';
    const subtotal = lineItems.reduce((sum, line) => sum + line.amount_subtotal, 0);
    const methods = this.methods(params, currency);
    const id = newSessionId();
    const session = sessionOf(
      {
        id,
        url: `${this.options.publicUrl}/c/pay/${id}`,
        currency,
        subtotal,
        successUrl: params.url('success_url') ?? params.missing('success_url'),
        cancelUrl: params.url('cancel_url') ?? null,
        clientReferenceId: params.text('client_reference_id', { max: 200 }) ?? null,
        customerEmail: this.email(params, 'customer_email') ?? null,
        expiresAt: this.expiresAt(params),
        allowPromotionCodes: params.boolean('allow_promotion_codes') ?? null,
        locale: params.oneOf('locale', LOCALES) ?? null,
        submitType: params.oneOf('submit_type', ['auto', 'book', 'donate', 'pay', 'subscribe']) ?? null,
        methods,
        metadata: params.metadata(),
      },
      this.clock.seconds(),
    );
    this.discount(params, session, lineItems);
    const details: SessionDetails = {
      id,
      lineItems,
      paymentIntentData: this.paymentIntentData(params),
      allowDelayed: methods.includes('bacs_debit'),
    };
    params.accept(...UNUSED_SESSION_PARAMS);
    params.end();
    const total = session.amount_total ?? 0;
    if (currency === 'gbp' && total > 0 && total < LEAST_PENCE) {
      throw invalidRequest(
        "The Checkout Session's total amount due must add up to at least £0.30 gbp",
        'line_items',
        'amount_too_small',
      );
    }
    return { session, details };
  }

  private lineItems(params: Params): Stripe.LineItem[] {
    const given = params.objects('line_items', { max: 100 }) ?? params.missing('line_items');
    if (given.length === 0) params.missing('line_items');
    const lines = given.map((line) => {
      const id = line.text('price');
      const data = line.object('price_data');
      if ((id === undefined) === (data === undefined)) {
        throw invalidRequest(
          'You must specify exactly one of these parameters: price, price_data.',
          line.label('price'),
        );
      }
      const price = data ? this.prices.make(data, true) : this.prices.named(id ?? '', line.label('price'));
      const quantity = line.integer('quantity', { min: 1, max: 999_999 }) ?? line.missing('quantity');
      line.accept('adjustable_quantity', 'tax_rates', 'metadata');
      line.end();
      const product = this.store.products.get(idOf(price.product));
      return lineItemOf(newId('li'), price, product?.name ?? '', quantity);
    });
    if (new Set(lines.map((line) => line.currency)).size > 1) {
      throw invalidRequest('All line items must have the same currency.', 'line_items');
    }
    return lines;
  }

  private discount(
    params: Params,
    session: Stripe.Checkout.Session,
    lines: readonly Stripe.LineItem[],
  ): void {
    const [given, more] = params.objects('discounts', { max: 2 }) ?? [];
    if (!given) return;
    if (more) throw invalidRequest('You can apply one discount only.', 'discounts');
    if (session.allow_promotion_codes !== null) {
      throw invalidRequest(
        'You may only specify one of these parameters: allow_promotion_codes, discounts.',
        'discounts',
      );
    }
    this.discounts.apply(
      session,
      lines,
      this.discounts.named(given, session.amount_subtotal ?? 0, session.currency ?? ''),
    );
  }

  private expiresAt(params: Params): number {
    const now = this.clock.seconds();
    const at = params.integer('expires_at') ?? now + LONGEST;
    if (at < now + SHORTEST - SLACK) {
      throw invalidRequest(
        'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
        'expires_at',
      );
    }
    if (at > now + LONGEST + SLACK) {
      throw invalidRequest(
        'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
        'expires_at',
      );
    }
    return at;
  }

  private methods(params: Params, currency: string): string[] {
    const excluded = params.texts('excluded_payment_method_types') ?? [];
    const allowed = params.texts('allowed_payment_method_types') ?? ['card', 'bacs_debit'];
    const usable = ['card', 'bacs_debit'].filter(
      (method) =>
        allowed.includes(method) && !excluded.includes(method) && (method === 'card' || currency === 'gbp'),
    );
    if (usable.length === 0)
      throw invalidRequest('The sandbox knows card and bacs_debit only.', 'allowed_payment_method_types');
    return usable;
  }

  private email(params: Params, name: string): string | undefined {
    const email = params.text(name, { max: 800 });
    if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      throw invalidRequest(
        `Invalid email address: ${email.slice(0, 100)}`,
        params.label(name),
        'email_invalid',
      );
    }
    return email;
  }

  private paymentIntentData(params: Params): SessionDetails['paymentIntentData'] {
    const data = params.object('payment_intent_data');
    const read = {
      description: data?.text('description', { max: 1_000 }) ?? null,
      metadata: data?.metadata() ?? {},
      receiptEmail: data ? (this.email(data, 'receipt_email') ?? null) : null,
      statementDescriptor: data?.text('statement_descriptor', { max: 22 }) ?? null,
      statementDescriptorSuffix: data?.text('statement_descriptor_suffix', { max: 22 }) ?? null,
    };
    data?.accept('capture_method', 'setup_future_usage', 'shipping');
    data?.end();
    return read;
  }
}
