import type Stripe from 'stripe';
import { keptEvent } from './kept-event.js';

const charge = {
  id: 'ch_1',
  object: 'charge',
  amount: 4900,
  created: 1_795_500_000,
  currency: 'gbp',
  payment_intent: { id: 'pi_1', object: 'payment_intent', receipt_email: 'marker@example.com' },
  status: 'succeeded',
  billing_details: {
    name: 'Marker Person',
    email: 'marker@example.com',
    address: { postal_code: 'EX1 1EX' },
  },
  payment_method_details: { card: { last4: '4242', fingerprint: 'markerprint' } },
  receipt_email: 'marker@example.com',
};
const event = (type: string, object: object): Stripe.Event =>
  ({
    id: 'evt_1',
    type,
    created: 1_795_500_001,
    livemode: false,
    data: { object },
  }) as unknown as Stripe.Event;

describe('what is kept of a Stripe event', () => {
  it('is what its handling reads, and nothing about the person or the card', () => {
    const kept = keptEvent(event('charge.refunded', charge));
    expect(kept).toEqual({
      id: 'evt_1',
      type: 'charge.refunded',
      created: 1_795_500_001,
      livemode: false,
      data: {
        object: {
          id: 'ch_1',
          object: 'charge',
          payment_intent: 'pi_1',
        },
      },
    });
    expect(JSON.stringify(kept)).not.toMatch(/marker|4242|EX1/i);
  });

  it('is of a dispute only which one it is: not even a state that may be old', () => {
    const dispute = {
      id: 'dp_1',
      reason: 'fraudulent',
      status: 'needs_response',
      evidence: { customer_name: 'Marker Person' },
    };
    expect(keptEvent(event('charge.dispute.created', dispute))['data']).toStrictEqual({
      object: { id: 'dp_1' },
    });
  });

  it('says that there is no payment where Stripe says so', () => {
    const unpaid = { id: 'cs_1', payment_intent: null };
    expect(keptEvent(event('checkout.session.expired', unpaid))['data']).toStrictEqual({ object: unpaid });
  });
});
