import type { Pence } from '@app/kernel';
import { expectedFor, waitEndsAt } from '../order/order-clock.js';
import { sendConfirmation } from '../order/order-job-definitions.js';
import { otherLiveOrders } from '../order/orders.store.js';
import { ALREADY, type OrderAct, followUp } from './act.js';

export interface MoneyPaid {
  /** What was paid, after any promotion code. */
  readonly amount: Pence;
  readonly at: Date;
}

/**
 * The money is there. An order that had expired is revived, unless another live order has taken its place: then the customer would have paid
 * for two.
 */
export const pay: OrderAct<MoneyPaid, { readonly placeIsTaken: boolean }> = {
  name: 'order.paid',
  look: async (manager, order) => ({ placeIsTaken: (await otherLiveOrders(manager, order)).length > 0 }),
  decide: (order, { amount, at }, { placeIsTaken }) => {
    if (order.state === 'paid') return ALREADY;
    if (order.state === 'expired' && placeIsTaken)
      return {
        kind: 'refused',
        code: 'order_place_taken',
        why: 'the order had expired and a newer one has taken its place',
      };
    const wait = order.startChoice === 'start_after_cancellation_period' ? waitEndsAt(at) : null;
    const expectedAt = expectedFor(at, { ...order, waitEndsAt: wait });
    const paid = { name: 'paid', at, data: { amountPence: amount } } as const;
    return {
      kind: 'done',
      move: 'pay',
      facts: { paidAt: at, paidPence: amount, expiredAt: null, waitEndsAt: wait, expectedAt },
      events:
        order.state === 'expired'
          ? [{ name: 'revived', at, data: { expiredAt: order.expiredAt } }, paid]
          : [paid],
      jobs: [followUp(sendConfirmation, { orderId: order.id }, { key: `confirm:${order.id}` })],
    };
  },
};
