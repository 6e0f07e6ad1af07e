import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { warnAtRisk } from './warn-at-risk.act.js';

const promiseAt = new Date('2026-11-26T18:00:00Z');
const at = new Date('2026-11-26T14:00:00Z');
const decide = (changes: Partial<Order>, kinds: string[] = [], until = promiseAt): Verdict =>
  warnAtRisk.decide(
    anOrder({ promiseAt, ...changes }),
    { at, until },
    kinds.map((kind) => ({ kind }) as OrderBlocker),
  );

describe('an order at risk', () => {
  it('is told to its customer and to staff', () => {
    expect(decide({})).toMatchObject({
      kind: 'done',
      facts: { atRiskAt: at },
      events: [{ name: 'at_risk', at }],
      jobs: [{ job: { name: 'order.tell-at-risk' } }],
      tasks: [
        { kind: 'promise_at_risk', summary: expect.stringContaining('6 pm on Thursday 26 November 2026') },
      ],
    });
    expect(decide({}, ['hold', 'bounce']).kind).toBe('done');
    expect(decide({ promiseAt: at }).kind).toBe('done');
  });

  it.each<[string, Partial<Order>]>([
    ['is told already', { atRiskAt: at }],
    ['is delivered', { deliveredAt: at }],
    ['is cancelled', { state: 'cancelled' }],
    ['has no promise', { promiseAt: null }],
    ['has missed its promise', { promiseAt: new Date(at.getTime() - 1) }],
    ['has more time', { promiseAt: new Date(promiseAt.getTime() + 1) }],
  ])('is not one that %s', (_what, changes) => {
    expect(decide(changes)).toEqual({ kind: 'already' });
  });

  it.each(['pause', 'cancellation_notice', 'refund_in_full', 'dispute', 'fraud_warning'])(
    'is not told while a %s stands',
    (kind) => {
      expect(decide({}, [kind])).toEqual({ kind: 'already' });
    },
  );
});
