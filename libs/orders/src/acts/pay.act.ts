import type { Pence } from '@app/kernel';
import { expectedFor, waitEndsAt } from '../order/order-clock.js';
import { sendConfirmation } from '../order/order-job-definitions.js';
import { choiceOf } from '../order/order-consents.store.js';
import type { OrderChoice } from '../order/order-choice.entity.js';
import { otherLiveOrders } from '../order/orders.store.js';
import { ALREADY, type OrderAct, followUp } from './act.js';

export interface MoneyPaid {
  /** What was paid, after any promotion code. */
  readonly amount: Pence;
  readonly at: Date;
  /** The choice that the pay page was opened for; without it the last one made counts. */
  readonly choiceId?: string | null;
}

interface Known {
  readonly placeIsTaken: boolean;
  readonly choice: OrderChoice | null;
}

/**
 * The money is there. An order that had expired is revived, unless another live order has taken its place: then the customer would have paid
 * for two. The choice that was paid for is in force from now on, whatever was sent by the order form meanwhile.
 */
export const pay: OrderAct<MoneyPaid, Known> = {
  name: 'order.paid',
  look: async (manager, order, { choiceId }) => ({
    placeIsTaken: (await otherLiveOrders(manager, order)).length > 0,
    choice: choiceId ? await choiceOf(manager, order.id, choiceId) : null,
  }),
  decide: (order, { amount, at }, { placeIsTaken, choice }) => {
    if (order.state === 'paid') return ALREADY;
    if (order.state === 'expired' && placeIsTaken)
      return {
        kind: 'refused',
        code: 'order_place_taken',
        why: 'the order had expired and a newer one has taken its place',
      };
    const chosen = choice ? { choiceId: choice.id, startChoice: choice.startChoice } : {};
    const startChoice = choice?.startChoice ?? order.startChoice;
    const wait = startChoice === 'start_after_cancellation_period' ? waitEndsAt(at) : null;
    const expectedAt = expectedFor(at, { ...order, waitEndsAt: wait });
    const paid = { name: 'paid', at, data: { amountPence: amount, ...chosen } } as const;
    return {
      kind: 'done',
      move: 'pay',
      facts: { paidAt: at, paidPence: amount, expiredAt: null, waitEndsAt: wait, expectedAt, ...chosen },
      events:
        order.state === 'expired'
          ? [{ name: 'revived', at, data: { expiredAt: order.expiredAt } }, paid]
          : [paid],
      jobs: [followUp(sendConfirmation, { orderId: order.id }, { key: `confirm:${order.id}` })],
    };
  },
};
