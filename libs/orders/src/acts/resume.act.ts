import { addBusinessTime, businessTimeBetween, unlessExhausted } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { currentBlockers } from '../blockers/order-blockers.store.js';
import { followPromise, tellResumed } from '../order/order-job-definitions.js';
import { ALREADY, followUp, type OrderAct } from './act.js';

/** The customer has answered: the clock runs on, and the promise moves by exactly the business time that the pause took. */
export const resume: OrderAct<{ readonly at: Date }, readonly OrderBlocker[]> = {
  name: 'order.resumed',
  look: (manager, { id }) => currentBlockers(manager, [id]),
  decide: ({ id, promiseAt, targetAt, originalPromiseAt, newTimeAt }, { at }, blockers) => {
    const pause = blockers.find(({ kind }) => kind === 'pause');
    if (!pause) return ALREADY;
    const paused = unlessExhausted(() => businessTimeBetween(pause.openedAt, at));
    if (paused === null || (promiseAt && !unlessExhausted(() => addBusinessTime(promiseAt, paused))))
      return {
        kind: 'refused',
        code: 'calendar_exhausted',
        why: 'The table of bank holidays does not reach far enough to say the new time. Extend it first.',
      };
    // Adding nothing must change nothing: 18:00 is not the next morning.
    const later = (time: Date | null): Date | null =>
      time && paused > 0 ? addBusinessTime(time, paused) : time;
    // A promise that was missed before the pause stays missed; what moves then is the new time.
    const missed = promiseAt !== null && pause.openedAt > promiseAt;
    const promised = missed ? promiseAt : later(promiseAt);
    return {
      kind: 'done',
      facts: {
        promiseAt: promised,
        targetAt: missed ? targetAt : later(targetAt),
        originalPromiseAt: originalPromiseAt ?? promiseAt,
        newTimeAt: later(newTimeAt),
        atRiskAt: null,
      },
      settles: ['promise_at_risk'],
      blockers: { end: [{ kind: 'pause', reason: 'Resumed', at }] },
      events: [
        {
          name: 'resumed',
          at,
          data: { promiseAt: promised, pausedBusinessMinutes: Math.floor(paused / 60_000) },
        },
      ],
      jobs: [
        followUp(followPromise, { orderId: id }, { key: `follow-promise:${id}` }),
        followUp(
          tellResumed,
          { orderId: id, pauseId: pause.source },
          { key: `tell-resumed:${pause.source}` },
        ),
      ],
    };
  },
};
