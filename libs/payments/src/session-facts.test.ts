import type Stripe from 'stripe';
import { sessionFacts } from './session-facts.js';

/** As Stripe sends it; what is left out is not read. */
const session = (changes: Record<string, unknown> = {}): Stripe.Checkout.Session =>
  ({
    id: 'cs_1',
    status: 'complete',
    payment_status: 'paid',
    payment_intent: {
      id: 'pi_1',
      status: 'succeeded',
      latest_charge: { id: 'ch_1', created: 1_795_500_000 },
    },
    metadata: { order_id: 'from the metadata' },
    client_reference_id: 'from the reference',
    currency: 'gbp',
    amount_total: 4000,
    amount_subtotal: 4900,
    total_details: { amount_discount: 900 },
    allow_promotion_codes: true,
    livemode: true,
    ...changes,
  }) as unknown as Stripe.Checkout.Session;

describe('what a session of Stripe says', () => {
  it('is every amount, whose it is, and when the card was charged', () => {
    expect(sessionFacts(session())).toEqual({
      sessionId: 'cs_1',
      state: 'paid',
      orderId: 'from the metadata',
      paymentIntentId: 'pi_1',
      currency: 'gbp',
      total: 4000,
      subtotal: 4900,
      discount: 900,
      promotionCodesAllowed: true,
      livemode: true,
      chargedAt: new Date('2026-11-24T06:00:00.000Z'),
    });
  });

  it('is no amount, order, currency or charge where it names none', () => {
    const bare = session({
      payment_intent: null,
      metadata: null,
      client_reference_id: null,
      currency: null,
      amount_total: null,
      amount_subtotal: null,
      total_details: null,
      allow_promotion_codes: null,
      livemode: false,
    });
    expect(sessionFacts(bare)).toEqual({
      sessionId: 'cs_1',
      state: 'paid',
      orderId: undefined,
      paymentIntentId: null,
      currency: '',
      total: 0,
      subtotal: 0,
      discount: 0,
      promotionCodesAllowed: false,
      livemode: false,
      chargedAt: undefined,
    });
  });

  it('takes our order from the reference where the metadata has none', () => {
    expect(sessionFacts(session({ metadata: {} })).orderId).toBe('from the reference');
  });

  it('knows the payment by its id alone, and the charge only when Stripe sends it whole', () => {
    const byId = sessionFacts(session({ payment_intent: 'pi_2' }));
    expect([byId.paymentIntentId, byId.chargedAt]).toEqual(['pi_2', undefined]);
    for (const latest_charge of ['ch_1', null])
      expect(sessionFacts(session({ payment_intent: { id: 'pi_1', latest_charge } })).chargedAt).toBe(
        undefined,
      );
  });

  it.each([
    ['expired', 'unpaid', null, 'expired'],
    ['expired', 'paid', null, 'expired'],
    ['open', 'unpaid', null, 'open'],
    ['open', 'paid', null, 'open'],
    [null, 'unpaid', null, 'open'],
    ['complete', 'paid', null, 'paid'],
    ['complete', 'no_payment_required', null, 'paid'],
    // A bank debit completes the session days before its money comes, if it comes.
    ['complete', 'unpaid', null, 'pending'],
    ['complete', 'unpaid', 'pi_1', 'pending'],
    ['complete', 'unpaid', { id: 'pi_1', status: 'processing' }, 'pending'],
    ['complete', 'unpaid', { id: 'pi_1', status: 'requires_payment_method' }, 'failed'],
    ['complete', 'unpaid', { id: 'pi_1', status: 'canceled' }, 'failed'],
    ['complete', 'paid', { id: 'pi_1', status: 'canceled' }, 'paid'],
  ])('with status %s, payment %s and intent %j it is %s', (status, payment_status, payment_intent, state) => {
    expect(sessionFacts(session({ status, payment_status, payment_intent })).state).toBe(state);
  });
});
