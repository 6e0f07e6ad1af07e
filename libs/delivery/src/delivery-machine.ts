import { defineMachine } from '@app/kernel';

/**
 * queued → sending → accepted; `unknown` waits for a person; `bounced` was refused for good; `failed` ran out of attempts; `cancelled` is not
 * to be sent any more. "accepted" is by the mail server: nobody can know from here that a person has read it.
 */
export type DeliveryState =
  'queued' | 'sending' | 'accepted' | 'unknown' | 'failed' | 'bounced' | 'cancelled';

export type DeliveryAction =
  | 'attempt'
  | 'accept'
  | 'retry'
  | 'doubt'
  | 'bounce'
  | 'comeBack'
  | 'giveUp'
  | 'cancel'
  | 'settleSent'
  | 'sendAgain';

/** States that wait for a person. */
export const STOPPED = ['unknown', 'failed', 'bounced'] as const satisfies readonly DeliveryState[];
/** States in which it may still be sent by itself. */
export const UNDER_WAY = ['queued', 'sending'] as const satisfies readonly DeliveryState[];

const SENT = 'the mail server has it already';
const GIVEN_UP = 'every attempt failed; a person decides';
const BOUNCED = 'the mail server refused it for good; a person decides';
const MAY_BE_OUT = 'it may have been sent; a person decides';
const CALLED_OFF = 'it is not to be sent any more';
const NOT_BEGUN = 'no attempt is under way';

const stopping = {
  queued: NOT_BEGUN,
  accepted: SENT,
  failed: GIVEN_UP,
  bounced: BOUNCED,
  cancelled: CALLED_OFF,
};
const settling = {
  queued: 'it is queued, so nothing is to be settled',
  sending: 'an attempt is under way',
  accepted: SENT,
  cancelled: CALLED_OFF,
};

/** By itself an email is sent or stopped; only a person sends a stopped one again. `cancelled` is the end, and `accepted` too unless it comes back. */
export const deliveryMachine = defineMachine<DeliveryState, DeliveryAction>({
  name: 'delivery',
  first: 'queued',
  states: ['queued', 'sending', 'accepted', 'unknown', 'failed', 'bounced', 'cancelled'],
  transitions: {
    /** From `sending` too: the process of an earlier attempt may have died. */
    attempt: {
      from: UNDER_WAY,
      to: 'sending',
      refusals: {
        accepted: SENT,
        unknown: MAY_BE_OUT,
        failed: GIVEN_UP,
        bounced: BOUNCED,
        cancelled: CALLED_OFF,
      },
    },
    /** The mail server's word counts whenever it comes: also when we had begun to doubt, or a person had queued it again. */
    accept: {
      from: ['queued', 'sending', 'unknown'],
      to: 'accepted',
      refusals: { accepted: SENT, failed: GIVEN_UP, bounced: BOUNCED, cancelled: CALLED_OFF },
    },
    retry: { from: ['sending'], to: 'queued', refusals: { ...stopping, unknown: MAY_BE_OUT } },
    doubt: {
      from: UNDER_WAY,
      to: 'unknown',
      refusals: {
        accepted: SENT,
        unknown: MAY_BE_OUT,
        failed: GIVEN_UP,
        bounced: BOUNCED,
        cancelled: CALLED_OFF,
      },
    },
    bounce: { from: ['sending'], to: 'bounced', refusals: { ...stopping, unknown: MAY_BE_OUT } },
    /** The mail server had taken it, and reports later that it could not be delivered after all. */
    comeBack: {
      from: ['accepted', 'unknown'],
      to: 'bounced',
      refusals: {
        queued: NOT_BEGUN,
        sending: 'an attempt is under way, and its own answer counts',
        failed: GIVEN_UP,
        bounced: BOUNCED,
        cancelled: CALLED_OFF,
      },
    },
    giveUp: { from: ['sending'], to: 'failed', refusals: { ...stopping, unknown: MAY_BE_OUT } },
    cancel: {
      from: UNDER_WAY,
      to: 'cancelled',
      refusals: {
        accepted: SENT,
        unknown: MAY_BE_OUT,
        failed: GIVEN_UP,
        bounced: BOUNCED,
        cancelled: CALLED_OFF,
      },
    },
    settleSent: { from: STOPPED, to: 'accepted', refusals: settling },
    sendAgain: { from: STOPPED, to: 'queued', refusals: settling },
  },
});
