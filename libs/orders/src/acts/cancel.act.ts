import { settleCancellation, tellCancelled } from '../order/order-job-definitions.js';
import { ALREADY, defineAct, followUp } from './act.js';

export interface Cancellation {
  /** Whose wish it is and why, for the log; no personal data. */
  readonly reason: string;
  readonly at: Date;
}

/** Ends an order before delivery; money paid is given back by a job, and its customer gets the acknowledgement that the law asks for. */
export const cancel = defineAct<Cancellation>('order.cancelled', (order, { reason, at }) => {
  if (order.state === 'cancelled') return ALREADY;
  if (order.deliveredAt)
    return {
      kind: 'refused',
      code: 'order_delivered',
      why: 'The blueprint has been delivered, so the order can no longer be cancelled here.',
    };
  const { id, paidAt } = order;
  return {
    kind: 'done',
    move: 'cancel',
    facts: { cancelledAt: at },
    blockers: { end: [{ kind: 'cancellation_notice', reason: 'The order was cancelled', at }] },
    settles: ['cancellation_notice', 'promise_at_risk', 'promise_late', 'second_nobody', 'work_not_started'],
    events: [{ name: 'cancelled', at, data: { reason } }],
    jobs: [
      followUp(settleCancellation, { orderId: id }, { key: `settle-cancellation:${id}` }),
      ...(paidAt ? [followUp(tellCancelled, { orderId: id }, { key: `tell-cancelled:${id}` })] : []),
    ],
  };
});
