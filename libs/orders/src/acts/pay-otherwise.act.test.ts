import { pence } from '@app/kernel';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import type { Verdict } from './act.js';
import { payOtherwise } from './pay-otherwise.act.js';

const decide = (amount: number, reason = 'By bank transfer'): Verdict =>
  payOtherwise.decide(
    anOrder({ refundedPence: pence(900) }),
    { amount: pence(amount), underWay: pence(1000), reason, at: PAID_AT },
    undefined,
  );

describe('paying back by other means', () => {
  it('settles what asked for it', () => {
    expect(decide(3000)).toMatchObject({
      kind: 'done',
      settles: ['refund_failed', 'refund_refused'],
      events: [{ name: 'paid_back_otherwise', data: { amountPence: 3000 } }],
    });
  });

  it.each([
    ['more than is left', decide(3001), 'refund_too_large'],
    ['nothing', decide(0), 'refund_too_large'],
    ['without saying how', decide(1, ' '), 'reason_missing'],
  ])('is refused for %s', (_what, verdict, code) => {
    expect(verdict).toMatchObject({ kind: 'refused', code });
  });
});
