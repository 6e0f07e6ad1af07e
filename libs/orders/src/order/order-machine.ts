import { defineMachine } from '@app/kernel';

/** What an order is, as far as money goes. Drafting, review and delivery have states of their own elsewhere. */
export type OrderState = 'awaiting_payment' | 'paid' | 'expired' | 'cancelled';

/** What can happen to that state. */
export type OrderAction = 'pay' | 'expire' | 'cancel';

/**
 * Forward only: nothing leads back to `awaiting_payment`, and `cancelled` is the end.
 *
 * `expired → paid` is on purpose. A customer who finished paying while we gave up on them has paid: they get what they bought
 * (unless a newer order took the place of this one, see the act `pay`). `cancelled → paid` is not: they told us to stop, so the money
 * goes to staff to be given back.
 */
export const orderMachine = defineMachine<OrderState, OrderAction>({
  name: 'order',
  first: 'awaiting_payment',
  states: ['awaiting_payment', 'paid', 'expired', 'cancelled'],
  transitions: {
    pay: {
      from: ['awaiting_payment', 'expired'],
      to: 'paid',
      refusals: {
        paid: 'the order is paid already',
        cancelled: 'the order was cancelled before this payment arrived',
      },
    },
    expire: {
      from: ['awaiting_payment'],
      to: 'expired',
      refusals: {
        paid: 'a paid order does not expire',
        expired: 'the order has expired already',
        cancelled: 'a cancelled order does not expire',
      },
    },
    cancel: {
      from: ['awaiting_payment', 'paid'],
      to: 'cancelled',
      refusals: {
        expired: 'the order has expired, so there is nothing to cancel',
        cancelled: 'the order is cancelled already',
      },
    },
  },
});

/** The states in which an order holds its place: an assessment has at most one such order. */
export const LIVE_STATES: readonly OrderState[] = ['awaiting_payment', 'paid'];
