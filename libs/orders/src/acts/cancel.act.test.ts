import { anOrder, PAID_AT } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { cancel } from './cancel.act.js';

const at = new Date('2026-11-24T12:00:00Z');
const decide = (changes: Partial<Order>): Verdict =>
  cancel.decide(anOrder(changes), { reason: 'changed my mind', at }, undefined);
const jobs = (verdict: Verdict): string[] =>
  verdict.kind === 'done' ? (verdict.jobs ?? []).map(({ job }) => job.name) : [];

describe('cancelling', () => {
  it('has the money given back and acknowledges it in writing', () => {
    const verdict = decide({});
    expect(verdict).toMatchObject({
      kind: 'done',
      move: 'cancel',
      facts: { cancelledAt: at },
      events: [{ name: 'cancelled', data: { reason: 'changed my mind' } }],
    });
    expect(jobs(verdict)).toEqual(['order.settle-cancellation', 'order.tell-cancelled']);
  });

  it('of an unpaid order closes its pay page and needs no letter', () => {
    expect(jobs(decide({ state: 'awaiting_payment', paidAt: null }))).toEqual(['order.settle-cancellation']);
  });

  it('is refused once the blueprint was delivered', () => {
    expect(decide({ deliveredAt: PAID_AT })).toMatchObject({ kind: 'refused', code: 'order_delivered' });
  });

  it('happens once', () => {
    expect(decide({ state: 'cancelled' })).toEqual({ kind: 'already' });
  });
});
