import { defineMachine } from '@app/kernel';

/** Stripe's words (API reference, "The Refund object", `status`). */
export type RefundState = 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';

export type RefundAction = 'wait' | 'ask' | 'succeed' | 'fail' | 'cancel';

/** Refunds that gave nothing back. */
export const GAVE_NOTHING: readonly RefundState[] = ['failed', 'canceled'];

const NEVER_ARRIVED = 'it failed, and Stripe never revives a refund';
const CALLED_OFF = 'it was cancelled, and Stripe never revives a refund';
const PAID_OUT = 'it was paid out, which is later news';

/**
 * A refund goes back and forth while it is under way. A bank may send back what was paid out already; what came to nothing stays so. News that
 * was fetched earlier and arrives later changes nothing.
 */
export const refundMachine = defineMachine<RefundState, RefundAction>({
  name: 'refund',
  first: 'pending',
  states: ['pending', 'requires_action', 'succeeded', 'failed', 'canceled'],
  transitions: {
    wait: {
      from: ['requires_action'],
      to: 'pending',
      refusals: {
        pending: 'it is pending already',
        succeeded: PAID_OUT,
        failed: NEVER_ARRIVED,
        canceled: CALLED_OFF,
      },
    },
    ask: {
      from: ['pending'],
      to: 'requires_action',
      refusals: {
        requires_action: 'it waits for the customer already',
        succeeded: PAID_OUT,
        failed: NEVER_ARRIVED,
        canceled: CALLED_OFF,
      },
    },
    succeed: {
      from: ['pending', 'requires_action'],
      to: 'succeeded',
      refusals: { succeeded: 'it was paid out already', failed: NEVER_ARRIVED, canceled: CALLED_OFF },
    },
    fail: {
      from: ['pending', 'requires_action', 'succeeded'],
      to: 'failed',
      refusals: { failed: 'it has failed already', canceled: CALLED_OFF },
    },
    cancel: {
      from: ['pending', 'requires_action'],
      to: 'canceled',
      refusals: {
        succeeded: 'it was paid out and can no longer be cancelled',
        failed: NEVER_ARRIVED,
        canceled: 'it is cancelled already',
      },
    },
  },
});

/** What Stripe's word does to our row. */
export const REFUND_NEWS: Readonly<Record<RefundState, RefundAction>> = {
  pending: 'wait',
  requires_action: 'ask',
  succeeded: 'succeed',
  failed: 'fail',
  canceled: 'cancel',
};

/** Stripe's word as a state. None, or one that is newer than this code, counts as under way: money that may have left us is not offered twice. */
export const refundState = (word: string | null): RefundState =>
  refundMachine.states.find((state) => state === word) ?? 'pending';
