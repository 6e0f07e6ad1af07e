import { ALREADY, defineAct } from './act.js';

/** The blueprint has reached the customer's mail server. If the order was cancelled meanwhile, somebody must say that it may be kept. */
export const deliver = defineAct<{ readonly at: Date }>('order.delivered', (order, { at }) => {
  if (order.deliveredAt) return ALREADY;
  const { id, reference, promiseAt, state } = order;
  return {
    kind: 'done',
    facts: { deliveredAt: at },
    settles: ['promise_at_risk', 'promise_late', 'second_nobody'],
    events: [{ name: 'delivered', at, data: { inTime: promiseAt === null ? null : at <= promiseAt } }],
    tasks:
      state === 'paid'
        ? []
        : [
            {
              kind: 'delivered_after_cancellation',
              subject: id,
              orderId: id,
              summary: `Order ${reference} was cancelled while its blueprint was on its way. The money is given back; tell the customer they may keep it.`,
            },
          ],
  };
});
