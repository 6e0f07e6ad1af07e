import { formatDayTime } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { currentBlockers } from '../blockers/order-blockers.store.js';
import { type Correction, openCorrection } from '../correction/corrections.store.js';
import { tellCorrectionLate } from '../order/order-job-definitions.js';
import { isSilenced } from '../promise/silenced.js';
import { ALREADY, followUp, type OrderAct } from './act.js';

export interface MissedCorrection {
  readonly at: Date;
  /** The time that is named now; null when no calendar reaches further. */
  readonly newTimeAt: Date | null;
}

interface Known {
  readonly open: Correction | null;
  readonly blockers: readonly OrderBlocker[];
}

/** A correction was promised by a time that has passed: the customer gets an apology and a new time, and staff a task. */
export const missCorrection: OrderAct<MissedCorrection, Known> = {
  name: 'order.correction_late',
  look: async (manager, { id }) => ({
    open: await openCorrection(manager, id),
    blockers: await currentBlockers(manager, [id]),
  }),
  decide: ({ id, reference }, { at, newTimeAt }, { open, blockers }) => {
    const named = open?.newTimeAt ?? open?.promiseAt;
    if (!open || !named || at <= named || isSilenced(blockers)) return ALREADY;
    // Told already, and no calendar reached to a new time.
    if (open.lateAt && !open.newTimeAt) return ALREADY;
    return {
      kind: 'done',
      correction: { id: open.id, change: { lateAt: open.lateAt ?? at, newTimeAt } },
      events: [{ name: 'correction_late', at, data: { promiseAt: open.promiseAt, newTimeAt } }],
      jobs: [
        followUp(
          tellCorrectionLate,
          {
            orderId: id,
            correctionId: open.id,
            missedTimeAt: named.toISOString(),
            ...(newTimeAt && { newTimeAt: newTimeAt.toISOString() }),
          },
          { key: `tell-correction-late:${open.id}:${named.toISOString()}` },
        ),
      ],
      tasks: [
        {
          kind: 'correction_late',
          subject: open.id,
          orderId: id,
          summary: `The correction for order ${reference} was promised by ${formatDayTime(named)} and has not gone out.`,
        },
      ],
    };
  },
};
