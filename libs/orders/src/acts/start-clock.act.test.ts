import { promiseFor } from '@app/kernel';
import { anOrder } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { startClock } from './start-clock.act.js';

const accepted = new Date('2026-11-24T16:59:00Z');
const decide = (changes: Partial<Order>, now = accepted): Verdict =>
  startClock.decide(
    anOrder({ confirmationAcceptedAt: accepted, expectedAt: accepted, ...changes }),
    { now },
    undefined,
  );

describe('starting the clock', () => {
  it('stores the promise as of the moment that it waited for, however late the job comes', () => {
    const { targetAt, promiseAt, calendarVersion, policyVersion } = promiseFor(accepted);
    expect(decide({}, new Date('2026-11-24T22:00:00Z'))).toMatchObject({
      kind: 'done',
      facts: { clockStartedAt: accepted, targetAt, promiseAt, calendarVersion, policyVersion },
      events: [{ name: 'clock_started', at: accepted, data: { promiseAt } }],
      jobs: [{ job: { name: 'blueprint.draft' } }],
    });
  });

  it('before the end of the wait leaves a job for then', () => {
    expect(decide({ waitEndsAt: new Date('2026-12-09T00:00:00Z') })).toMatchObject({
      kind: 'later',
      job: { job: { name: 'order.start-clock' }, options: { runAt: new Date('2026-12-09T00:00:00Z') } },
    });
  });

  it('after the wait has the customer told', () => {
    const waitEndsAt = new Date('2026-12-09T00:00:00Z');
    expect(decide({ waitEndsAt }, new Date('2026-12-09T03:00:00Z'))).toMatchObject({
      facts: { clockStartedAt: waitEndsAt, promiseAt: new Date('2026-12-11T18:00:00Z') },
      jobs: [{ job: { name: 'blueprint.draft' } }, { job: { name: 'order.tell-started' } }],
    });
  });

  it('waits when no calendar reaches far enough, and its customer is told when it starts', () => {
    const last = new Date('2028-12-29T12:00:00Z');
    expect(decide({ confirmationAcceptedAt: last }, last)).toMatchObject({
      kind: 'refused',
      code: 'calendar_exhausted',
    });
  });

  it('is refused while something is missing, and for an order that has ended', () => {
    for (const changes of [{ confirmationAcceptedAt: null }, { state: 'cancelled' as const }])
      expect(decide(changes)).toMatchObject({ kind: 'refused', code: 'order_clock_waits' });
  });

  it('happens once: the promise never moves', () => {
    expect(decide({ clockStartedAt: accepted })).toEqual({ kind: 'already' });
  });
});
