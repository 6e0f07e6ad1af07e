import { pence } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { missPromise } from './miss-promise.act.js';

const promiseAt = new Date('2026-11-26T18:00:00Z');
const newTimeAt = new Date('2026-11-27T18:00:00Z');
const at = new Date('2026-11-26T18:05:00Z');
const decide = (changes: Partial<Order>, when = at, kinds: string[] = []): Verdict =>
  missPromise.decide(
    anOrder({ promiseAt, ...changes }),
    { at: when, newTimeAt, percent: 50 },
    kinds.map((kind) => ({ kind }) as OrderBlocker),
  );
const named = { lateAt: at, newTimeAt };

describe('a missed promise', () => {
  it('brings an apology with the new time, the remedy, and a task', () => {
    expect(decide({})).toMatchObject({
      kind: 'done',
      facts: { lateAt: at, newTimeAt },
      events: [{ name: 'late', data: { remedyPence: 2450 } }],
      jobs: [
        {
          job: { name: 'order.tell-late' },
          payload: { newTimeAt: newTimeAt.toISOString(), remedyPence: 2450 },
        },
        { job: { name: 'payment.pay-remedy' }, payload: { amountPence: 2450 } },
      ],
      tasks: [{ kind: 'promise_late' }],
    });
  });

  it('a new time that is missed too is told once more, without a second remedy', () => {
    const after = new Date(newTimeAt.getTime() + 1);
    const again = decide(named, after);
    expect(again).toMatchObject({
      facts: { lateAt: at },
      jobs: [
        {
          job: { name: 'order.tell-late' },
          payload: { missedTimeAt: newTimeAt.toISOString(), remedyPence: 0 },
        },
      ],
    });
    expect('jobs' in again && again.jobs).toHaveLength(1);
    expect(decide(named, newTimeAt)).toEqual({ kind: 'already' });
  });

  it('of what arrived late brings the apology and the remedy, but no new time and no task', () => {
    expect(decide({ deliveredAt: at })).toMatchObject({
      facts: { lateAt: at, newTimeAt: null },
      jobs: [{ payload: { remedyPence: 2450 } }, { job: { name: 'payment.pay-remedy' } }],
      tasks: [],
    });
    expect(decide({ deliveredAt: at, lateAt: at })).toEqual({ kind: 'already' });
  });

  it('of an order that nothing was paid for pays nothing back', () => {
    const free = decide({ paidPence: pence(0) });
    expect('jobs' in free && free.jobs?.map(({ job }) => job.name)).toEqual(['order.tell-late']);
  });

  it('is none in time, at the last moment, or of an order that has ended or waits for its customer', () => {
    for (const verdict of [
      decide({}, promiseAt),
      decide({ deliveredAt: promiseAt }),
      decide({ state: 'cancelled' }),
      decide({ promiseAt: null }),
      decide({}, at, ['pause']),
      decide({}, at, ['dispute']),
    ])
      expect(verdict).toEqual({ kind: 'already' });
    expect(decide({}, at, ['hold']).kind).toBe('done');
  });
});
