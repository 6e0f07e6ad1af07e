import type { DeliveryState } from '@app/delivery';

/** How an email stands, for the person who waits for it. */
export interface LinkState {
  readonly heading: string;
  readonly words: string;
  /** Something is wrong and they should do something about it. */
  readonly trouble: boolean;
}

/** "Accepted" is by their mail server; nobody can know from here that it has been read. */
export function linkState(state: DeliveryState): LinkState {
  switch (state) {
    case 'queued':
    case 'sending':
      return {
        heading: 'The link is on its way',
        words: 'It usually arrives within a minute.',
        trouble: false,
      };
    case 'accepted':
      return {
        heading: 'The link has been sent',
        words: 'If you do not see it, look in your spam folder.',
        trouble: false,
      };
    case 'unknown':
      return {
        heading: 'The link has probably been sent',
        words:
          'The connection broke while we were sending it, so it may or may not have arrived. If it is not there, ask for it again.',
        trouble: false,
      };
    case 'bounced':
      return {
        heading: 'The email was refused',
        words: 'The mail server of that address did not take it. Please check the address and send it again.',
        trouble: true,
      };
    case 'failed':
    case 'cancelled':
      return {
        heading: 'The link was not sent',
        words: 'Please ask for it again. Until then your code opens the result.',
        trouble: true,
      };
  }
}
