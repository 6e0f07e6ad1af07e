import { defineMachine } from '@app/kernel';

/**
 * opening: written down, Stripe not yet asked or its answer lost · open: can be paid · pending: finished, the bank has yet to pay ·
 * paid · failed: the bank did not pay · expired: can no longer be paid.
 */
export type CheckoutState = 'opening' | 'open' | 'pending' | 'paid' | 'failed' | 'expired';

export type CheckoutAction = 'open' | 'wait' | 'fail' | 'expire' | 'pay';

/** States in which money may still come; at most one such row an order, and the database holds to it. */
export const LIVE_STATES = ['opening', 'open', 'pending'] as const satisfies readonly CheckoutState[];

const PAID = 'it is paid, and that stays';

/** Forward only: an older piece of news never undoes a newer one. Money may come after we have given up on it, so `paid` is the one end. */
export const checkoutMachine = defineMachine<CheckoutState, CheckoutAction>({
  name: 'checkout attempt',
  first: 'opening',
  states: ['opening', 'open', 'pending', 'paid', 'failed', 'expired'],
  transitions: {
    open: {
      from: ['opening'],
      to: 'open',
      refusals: {
        open: 'its pay page is open already',
        pending: 'its pay page was finished, and the bank has yet to pay',
        failed: 'its bank did not pay',
        expired: 'its pay page is closed',
        paid: PAID,
      },
    },
    wait: {
      from: ['opening', 'open'],
      to: 'pending',
      refusals: {
        pending: 'its bank is deciding already',
        failed: 'its bank has decided not to pay',
        expired: 'its pay page is closed',
        paid: PAID,
      },
    },
    fail: {
      from: ['opening', 'open', 'pending'],
      to: 'failed',
      refusals: {
        failed: 'it has failed already',
        expired: 'its pay page is closed, so no bank is asked',
        paid: PAID,
      },
    },
    expire: {
      from: ['opening', 'open'],
      to: 'expired',
      refusals: {
        pending: 'its bank is deciding, so it may still be paid',
        failed: 'it has failed, and that says more',
        expired: 'it has expired already',
        paid: PAID,
      },
    },
    pay: {
      from: ['opening', 'open', 'pending', 'failed', 'expired'],
      to: 'paid',
      refusals: { paid: 'it is paid already' },
    },
  },
});

/** What Stripe's word for a session does to our row. */
export const CHECKOUT_NEWS: Readonly<Record<Exclude<CheckoutState, 'opening'>, CheckoutAction>> = {
  open: 'open',
  pending: 'wait',
  failed: 'fail',
  expired: 'expire',
  paid: 'pay',
};
