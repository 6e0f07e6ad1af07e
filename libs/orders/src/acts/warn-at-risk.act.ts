import { formatDayTime } from '@app/kernel';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { currentBlockers } from '../blockers/order-blockers.store.js';
import { tellAtRisk } from '../order/order-job-definitions.js';
import { isSilenced } from '../promise/silenced.js';
import { ALREADY, followUp, type OrderAct } from './act.js';

export interface AtRisk {
  readonly at: Date;
  /** Promises up to this moment are at risk. */
  readonly until: Date;
}

/** The promised time is near and nothing is delivered: the customer is told, and somebody is asked to see to it. Once for each promise. */
export const warnAtRisk: OrderAct<AtRisk, readonly OrderBlocker[]> = {
  name: 'order.at_risk',
  look: (manager, { id }) => currentBlockers(manager, [id]),
  decide: ({ id, reference, state, promiseAt, deliveredAt, atRiskAt }, { at, until }, blockers) => {
    if (state !== 'paid' || deliveredAt || atRiskAt || !promiseAt || isSilenced(blockers)) return ALREADY;
    if (promiseAt < at || promiseAt > until) return ALREADY;
    return {
      kind: 'done',
      facts: { atRiskAt: at },
      events: [{ name: 'at_risk', at, data: { promiseAt } }],
      jobs: [followUp(tellAtRisk, { orderId: id }, { key: `tell-at-risk:${id}:${promiseAt.toISOString()}` })],
      tasks: [
        {
          kind: 'promise_at_risk',
          subject: id,
          orderId: id,
          summary: `Order ${reference} is promised by ${formatDayTime(promiseAt)} and not sent yet.`,
        },
      ],
    };
  },
};
