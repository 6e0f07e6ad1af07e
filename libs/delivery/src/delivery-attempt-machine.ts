import { defineMachine } from '@app/kernel';
import type { SendOutcome } from '@app/mail';

/** What became of an attempt. */
export type AttemptOutcome =
  'accepted' | 'refused' | 'unreachable' | 'unknown' | 'abandoned' | 'cancelled' | 'settled_not_sent';

/** `data_started`: its first byte may be on the way, so that without an outcome the email may be out. */
export type AttemptState = 'begun' | 'data_started' | AttemptOutcome;

export type AttemptAction =
  'startData' | 'accept' | 'refuse' | 'miss' | 'lose' | 'abandon' | 'cancel' | 'settleNotSent';

const ENDED = {
  accepted: 'the mail server took it',
  refused: 'the mail server refused it',
  unreachable: 'the mail server could not be reached',
  unknown: 'its outcome is unknown',
  abandoned: 'another attempt has taken over this delivery',
  cancelled: 'the email is not to be sent any more',
} as const;
const SETTLED = { settled_not_sent: 'staff have settled it as not sent' } as const;
const STARTED = { data_started: 'its first byte may be on the way' } as const;
const NOT_STARTED = { begun: 'no byte of it has left us' } as const;

/** Forward only. The mail server's word is stronger than what staff took it for meanwhile. */
export const attemptMachine = defineMachine<AttemptState, AttemptAction>({
  name: 'delivery attempt',
  first: 'begun',
  states: [
    'begun',
    'data_started',
    'accepted',
    'refused',
    'unreachable',
    'unknown',
    'abandoned',
    'cancelled',
    'settled_not_sent',
  ],
  transitions: {
    startData: { from: ['begun'], to: 'data_started', refusals: { ...STARTED, ...ENDED, ...SETTLED } },
    accept: {
      from: ['data_started', 'settled_not_sent'],
      to: 'accepted',
      refusals: { ...NOT_STARTED, ...ENDED },
    },
    refuse: { from: ['begun', 'data_started'], to: 'refused', refusals: { ...ENDED, ...SETTLED } },
    miss: { from: ['begun', 'data_started'], to: 'unreachable', refusals: { ...ENDED, ...SETTLED } },
    lose: { from: ['data_started'], to: 'unknown', refusals: { ...NOT_STARTED, ...ENDED, ...SETTLED } },
    abandon: { from: ['begun'], to: 'abandoned', refusals: { ...STARTED, ...ENDED, ...SETTLED } },
    cancel: { from: ['begun'], to: 'cancelled', refusals: { ...STARTED, ...ENDED, ...SETTLED } },
    settleNotSent: {
      from: ['begun', 'data_started'],
      to: 'settled_not_sent',
      refusals: { ...ENDED, ...SETTLED },
    },
  },
});

/** What each outcome of sending does to the attempt. */
export const ATTEMPT_NEWS: Readonly<Record<SendOutcome['kind'], AttemptAction>> = {
  accepted: 'accept',
  refused: 'refuse',
  unreachable: 'miss',
  unknown: 'lose',
};
