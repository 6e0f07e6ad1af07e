import { formatDayTime } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { currentBlockers } from '../blockers/order-blockers.store.js';
import { type Correction, openCorrection } from '../correction/corrections.store.js';
import { tellCorrectionAtRisk } from '../order/order-job-definitions.js';
import { isSilenced } from '../promise/silenced.js';
import { ALREADY, followUp, type OrderAct } from './act.js';
import type { AtRisk } from './warn-at-risk.act.js';

interface Known {
  readonly open: Correction | null;
  readonly blockers: readonly OrderBlocker[];
}

/** The time of a correction is near and it has not gone out: the customer is told, and somebody is asked to see to it. Once for each request. */
export const warnCorrectionAtRisk: OrderAct<AtRisk, Known> = {
  name: 'order.correction_at_risk',
  look: async (manager, { id }) => ({
    open: await openCorrection(manager, id),
    blockers: await currentBlockers(manager, [id]),
  }),
  decide: ({ id, reference }, { at, until }, { open, blockers }) => {
    if (!open?.promiseAt || open.atRiskAt || isSilenced(blockers)) return ALREADY;
    if (open.promiseAt < at || open.promiseAt > until) return ALREADY;
    return {
      kind: 'done',
      correction: { id: open.id, change: { atRiskAt: at } },
      events: [{ name: 'correction_at_risk', at, data: { promiseAt: open.promiseAt } }],
      jobs: [
        followUp(
          tellCorrectionAtRisk,
          { orderId: id, correctionId: open.id },
          { key: `tell-correction-at-risk:${open.id}` },
        ),
      ],
      tasks: [
        {
          kind: 'correction_at_risk',
          subject: open.id,
          orderId: id,
          summary: `The correction for order ${reference} is promised by ${formatDayTime(open.promiseAt)} and has not gone out yet.`,
        },
      ],
    };
  },
};
