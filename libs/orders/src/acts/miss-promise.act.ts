import { formatDayTime } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { currentBlockers } from '../blockers/order-blockers.store.js';
import { payRemedy, tellLate } from '../order/order-job-definitions.js';
import { lateRemedy } from '../promise/late-remedy.js';
import { isSilenced } from '../promise/silenced.js';
import { ALREADY, followUp, type OrderAct } from './act.js';

export interface MissedPromise {
  readonly at: Date;
  /** The time that is named now; null when no calendar reaches further. */
  readonly newTimeAt: Date | null;
  /** `LATE_REFUND_PERCENT`. */
  readonly percent: number;
}

/**
 * A promised time has passed: the customer gets an apology, a new time, and the first time the remedy of the terms, which nobody has to ask for.
 * A new time that is missed too is told in the same way. One that was delivered late is owed the apology and the remedy as well.
 */
export const missPromise: OrderAct<MissedPromise, readonly OrderBlocker[]> = {
  name: 'order.late',
  look: (manager, { id }) => currentBlockers(manager, [id]),
  decide: (order, { at, newTimeAt: nextTime, percent }, blockers) => {
    const { id, reference, state, promiseAt, deliveredAt, lateAt, newTimeAt: named } = order;
    if (state !== 'paid' || !promiseAt || isSilenced(blockers)) return ALREADY;
    if ((deliveredAt ?? at) <= promiseAt) return ALREADY;
    if (lateAt && (deliveredAt || !named || at <= named)) return ALREADY;
    const newTimeAt = deliveredAt ? null : nextTime;
    const remedyPence = lateAt ? 0 : lateRemedy(order, percent);
    return {
      kind: 'done',
      facts: { lateAt: lateAt ?? at, newTimeAt },
      events: [{ name: 'late', at, data: { promiseAt, newTimeAt, remedyPence } }],
      jobs: [
        followUp(
          tellLate,
          {
            orderId: id,
            remedyPence,
            ...(newTimeAt && { newTimeAt: newTimeAt.toISOString() }),
            ...(named && { missedTimeAt: named.toISOString() }),
          },
          { key: `tell-late:${id}:${named?.toISOString() ?? 'first'}` },
        ),
        ...(remedyPence > 0
          ? [followUp(payRemedy, { orderId: id, amountPence: remedyPence }, { key: `pay-remedy:${id}` })]
          : []),
      ],
      tasks: deliveredAt
        ? []
        : [
            {
              kind: 'promise_late',
              subject: id,
              orderId: id,
              summary: `Order ${reference} is late: it was promised by ${formatDayTime(promiseAt)}${newTimeAt ? `, and the customer was told ${formatDayTime(newTimeAt)} now` : ''}.`,
            },
          ],
    };
  },
};
