import { pence } from '@app/kernel';
import type { Order } from '@app/orders';
import { amountInWords, paymentMisfit } from './payment-fit.js';
import type { SessionFacts } from './session-facts.js';

const order = { currency: 'gbp', pricePence: pence(4900) } as Order;
const paid: SessionFacts = {
  sessionId: 'cs_1',
  state: 'paid',
  orderId: 'an order',
  paymentIntentId: 'pi_1',
  currency: 'gbp',
  total: pence(4900),
  subtotal: pence(4900),
  discount: pence(0),
  promotionCodesAllowed: true,
  livemode: false,
  chargedAt: undefined,
};
const misfit = (changes: Partial<SessionFacts>, of: Order | null = order): unknown =>
  paymentMisfit({ ...paid, ...changes }, of, 4900, false);

describe('money and the order it names', () => {
  it('fit when currency, mode and every amount are those of the order', () => {
    expect(misfit({})).toBeUndefined();
  });

  it('fit with a discount only where promotion codes were allowed, and to the penny', () => {
    const discounted = { discount: pence(900), total: pence(4000) };
    expect(misfit(discounted)).toBeUndefined();
    expect(misfit({ ...discounted, promotionCodesAllowed: false })).toMatchObject({
      kind: 'payment_wrong_amount',
    });
    for (const total of [3999, 4001, 5800])
      expect(misfit({ ...discounted, total: pence(total) })).toMatchObject({ kind: 'payment_wrong_amount' });
    // A negative discount is no discount.
    expect(misfit({ discount: -100 as typeof paid.discount, total: pence(5000) })).toMatchObject({
      kind: 'payment_wrong_amount',
    });
  });

  it.each([
    ['another amount paid', { total: pence(4800) }],
    ['another amount asked', { subtotal: pence(4800) }],
    ['both another', { total: pence(5000), subtotal: pence(5000) }],
  ])('do not fit with %s', (_what, changes) => {
    expect(misfit(changes)).toEqual({
      kind: 'payment_wrong_amount',
      why: `is ${amountInWords({ ...paid, ...changes })} and the order asks for £49`,
    });
  });

  it('do not fit without an order, in another mode, or in another currency, each in its own words', () => {
    expect(misfit({}, null)).toEqual({
      kind: 'payment_unknown_order',
      why: 'names no order that we have',
    });
    expect(misfit({ livemode: true })).toEqual({ kind: 'payment_wrong_mode', why: 'was made in live mode' });
    expect(paymentMisfit(paid, order, 4900, true)).toEqual({
      kind: 'payment_wrong_mode',
      why: 'was made in test mode',
    });
    expect(misfit({ currency: 'eur' })).toEqual({ kind: 'payment_wrong_currency', why: 'is in EUR' });
  });

  it('are named in pounds, and in the words of a bank where they are not ours to format', () => {
    expect(amountInWords({ total: pence(4950), currency: 'gbp' })).toBe('£49.50');
    expect(amountInWords({ total: pence(4900), currency: 'eur' })).toBe('49.00 EUR');
  });
});
