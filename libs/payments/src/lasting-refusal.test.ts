import Stripe from 'stripe';
import { DomainError } from '@app/kernel';
import { KEY_REFUSED, keyRefusal, lastingRefusal } from './lasting-refusal.js';
import { refusalWords } from './refund-refusals.js';

const {
  StripeAPIError,
  StripeAuthenticationError,
  StripeCardError,
  StripeConnectionError,
  StripeInvalidRequestError,
  StripePermissionError,
  StripeRateLimitError,
} = Stripe.errors;
type Raw = ConstructorParameters<typeof StripeInvalidRequestError>[0];
const raw = (given: { message: string; code?: string; param?: string }): Raw => given;

describe('a key that Stripe refuses', () => {
  it('is told by its code, or by what kind of refusal it is', () => {
    const why = 'No such key';
    expect(keyRefusal(new StripeAuthenticationError(raw({ message: why, code: 'api_key_expired' })))).toEqual(
      {
        code: 'api_key_expired',
        why,
      },
    );
    expect(keyRefusal(new StripeAuthenticationError(raw({ message: why })))).toEqual({
      code: 'key_not_accepted',
      why,
    });
    expect(keyRefusal(new StripePermissionError(raw({ message: why, code: 'own_code' })))).toEqual({
      code: 'own_code',
      why,
    });
    expect(keyRefusal(new StripePermissionError(raw({ message: why })))).toEqual({
      code: 'key_may_not',
      why,
    });
  });

  it('is nothing else', () => {
    expect(keyRefusal(new StripeInvalidRequestError(raw({ message: 'no' })))).toBeUndefined();
    expect(keyRefusal(new Error('no'))).toBeUndefined();
  });
});

describe('what Stripe says no to for good', () => {
  it('is a request or a card it will not take, with its code and what it is about', () => {
    const given = { message: 'Charge has been disputed.', code: 'charge_disputed', param: 'payment_intent' };
    for (const Refusal of [StripeInvalidRequestError, StripeCardError])
      expect(lastingRefusal(new Refusal(raw(given)))).toEqual({
        code: 'charge_disputed',
        param: 'payment_intent',
        why: 'Charge has been disputed.',
      });
    expect(
      lastingRefusal(new StripeInvalidRequestError(raw({ message: 'Insufficient funds' }))),
    ).toStrictEqual({
      code: 'request_refused',
      why: 'Insufficient funds',
    });
  });

  it('is a key it does not take, as every call tells of it', () => {
    expect(KEY_REFUSED).toBe('payment_gateway_refused');
    const refused = new DomainError(KEY_REFUSED, 'no', { code: 'api_key_expired', why: 'Expired' });
    expect(lastingRefusal(refused)).toEqual({ code: 'api_key_expired', why: 'Expired' });
    expect(lastingRefusal(new DomainError('another', 'no', { code: 'a', why: 'b' }))).toBeUndefined();
  });

  it('is nothing that may well succeed later', () => {
    for (const error of [
      new StripeAPIError(raw({ message: 'down' })),
      new StripeConnectionError(raw({ message: 'away' })),
      new StripeRateLimitError(raw({ message: 'slower' })),
      new Error('something else'),
      null,
    ])
      expect(lastingRefusal(error)).toBeUndefined();
  });
});

describe('what staff are told of it', () => {
  it.each([
    ['charge_disputed', 'do not pay it back a second time'],
    ['charge_already_refunded', 'given all of it back already'],
    ['insufficient_funds', 'Add to it, then refund again'],
    ['api_key_expired', 'has expired'],
    ['key_not_accepted', 'does not accept our key'],
    ['key_may_not', 'may not do this'],
    ['amount_too_small', 'least that Stripe takes, 30p'],
  ])('%s: what to do', (code, words) => {
    expect(refusalWords(code, 'anything')).toContain(words);
  });

  it('a balance that does not suffice, which Stripe says in words alone', () => {
    expect(refusalWords('request_refused', 'You have insufficient funds in your account')).toContain(
      'Add to it, then refund again',
    );
  });

  it('anything else: Stripe’s own words', () => {
    expect(refusalWords('new_code', 'Something new.')).toBe('Stripe says: Something new.');
  });
});
