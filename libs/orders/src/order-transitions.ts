import { DomainError } from '@app/kernel';

/** What an order is, as far as money goes. Drafting, review and delivery have states of their own elsewhere. */
export type OrderState = 'awaiting_payment' | 'paid' | 'expired' | 'cancelled';

/** What can happen to that state. */
export type OrderAction = 'pay' | 'expire' | 'cancel';

interface Transition {
  readonly from: readonly OrderState[];
  readonly to: OrderState;
  /** Why a state that is not in `from` refuses; staff and logs read it. */
  readonly refusals: Partial<Readonly<Record<OrderState, string>>>;
}

/** Every order begins here. */
export const FIRST_STATE: OrderState = 'awaiting_payment';

/**
 * Forward only: nothing leads back to `awaiting_payment`, and `cancelled` is the end.
 *
 * `expired → paid` is on purpose. A customer who finished paying while we gave up on them has paid: they get what they bought
 * (unless a newer order took the place of this one, see `recordPaid`). `cancelled → paid` is not: they told us to stop, so the money
 * goes to staff to be given back.
 */
export const orderTransitions: Readonly<Record<OrderAction, Transition>> = {
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
};

/** Where `action` leads from `state`, or why it leads nowhere. */
export function nextOrderState(
  state: OrderState,
  action: OrderAction,
): { to: OrderState } | { refused: string } {
  const { from, to, refusals } = orderTransitions[action];
  return from.includes(state)
    ? { to }
    : { refused: refusals[state] ?? `${action} is not possible from ${state}` };
}

/** The states no row of `table` leads to from `first`; empty in a sound table. */
export function unreachableStates(
  table: Readonly<Record<string, Pick<Transition, 'from' | 'to'>>> = orderTransitions,
  first: OrderState = FIRST_STATE,
): OrderState[] {
  const rows = Object.values(table);
  const all = new Set<OrderState>([first, ...rows.flatMap(({ from, to }) => [...from, to])]);
  const reached = new Set<OrderState>([first]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of rows) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  return [...all].filter((state) => !reached.has(state));
}

/** @throws DomainError `order_transitions_broken` at boot, rather than an order that can never be paid. */
export function checkTransitions(): void {
  const lost = unreachableStates();
  if (lost.length > 0)
    throw new DomainError('order_transitions_broken', `No transition leads to: ${lost.join(', ')}.`);
}
