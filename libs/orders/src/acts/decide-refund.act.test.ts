import { pence } from '@app/kernel';
import { startClockJob } from '../order/order-job-definitions.js';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import { followUp, type Verdict } from './act.js';
import { decideRefund, type RefundDecided } from './decide-refund.act.js';

const order = anOrder({ refundedPence: pence(900) });
const payBack = followUp(startClockJob, { orderId: order.id }, { key: 'x' });
const decide = (step: RefundDecided['step'], amount: number, underWay = 0): Verdict =>
  decideRefund.decide(
    order,
    { step, decisionId: 'd', amount: pence(amount), underWay: pence(underWay), at: PAID_AT, payBack },
    undefined,
  );

describe('deciding on a refund', () => {
  it('has it paid back once it is decided; until then a task asks a second person', () => {
    expect(decide('decided', 1000)).toMatchObject({ kind: 'done', jobs: [payBack] });
    const asked = decide('asked', 4000);
    expect(asked).toMatchObject({ kind: 'done', tasks: [{ kind: 'refund_to_confirm', subject: 'd' }] });
    expect('jobs' in asked).toBe(false);
  });

  it('may always be declined, also when less is left by now', () => {
    expect(decide('declined', 4001)).toMatchObject({
      kind: 'done',
      events: [{ data: { step: 'declined' } }],
    });
  });

  it('gives no more than what is left, what is under way counted', () => {
    expect(decide('asked', 4000)).toMatchObject({ kind: 'done' });
    expect(decide('asked', 4001)).toMatchObject({ kind: 'refused', code: 'refund_too_large' });
    expect(decide('decided', 1000, 3500)).toMatchObject({ kind: 'refused', code: 'refund_too_large' });
    expect(decide('asked', 1)).toMatchObject({ kind: 'done' });
    expect(decide('asked', 0)).toMatchObject({ kind: 'refused', code: 'refund_too_large' });
  });
});
