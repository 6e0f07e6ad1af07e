import { promiseFor, unlessExhausted } from '@app/kernel';
import { clockStartOf } from '../order/order-clock.js';
import { draftBlueprint, startClockJob, tellStarted } from '../order/order-job-definitions.js';
import { ALREADY, defineAct, followUp } from './act.js';

/**
 * Starts the clock if it is time, stores the promise and hands the order on to be drafted. Before its time it leaves a job for then. The
 * promise, once stored, never moves.
 */
export const startClock = defineAct<{ readonly now: Date }>('order.clock_started', (order, { now }) => {
  if (order.clockStartedAt) return ALREADY;
  const startsAt = clockStartOf(order);
  if (!startsAt)
    return {
      kind: 'refused',
      code: 'order_clock_waits',
      why: 'something that the clock waits for is missing',
    };
  const orderId = order.id;
  if (startsAt > now)
    return {
      kind: 'later',
      job: followUp(startClockJob, { orderId }, { runAt: startsAt, key: `start-clock:${orderId}` }),
    };
  const promise = unlessExhausted(() => promiseFor(startsAt));
  if (!promise)
    return {
      kind: 'refused',
      code: 'calendar_exhausted',
      why: 'the table of bank holidays does not reach far enough to promise a time',
    };
  const { targetAt, promiseAt, calendarVersion, policyVersion, businessDayZero } = promise;
  return {
    kind: 'done',
    facts: { clockStartedAt: startsAt, targetAt, promiseAt, calendarVersion, policyVersion },
    events: [
      {
        name: 'clock_started',
        at: startsAt,
        data: { businessDayZero, promiseAt, calendarVersion, policyVersion },
      },
    ],
    settles: ['work_not_started'],
    jobs: [
      followUp(draftBlueprint, { orderId }, { key: `draft:${orderId}` }),
      // Who starts at once reads the promise in the confirmation, unless none could be made then.
      ...(order.waitEndsAt || !order.expectedAt
        ? [followUp(tellStarted, { orderId }, { key: `tell-started:${orderId}` })]
        : []),
    ],
  };
});
