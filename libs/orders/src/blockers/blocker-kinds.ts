/** What forbids approving and sending while it stands, those that a customer must know of first in front. */
export const BLOCKER_KINDS = [
  'cancellation_notice',
  'refund_in_full',
  'dispute',
  'fraud_warning',
  'bounce',
  'pause',
  'hold',
] as const;

export type BlockerKind = (typeof BLOCKER_KINDS)[number];

/** For staff: a word for a list, what stands in the way, and what to do about it. */
export const BLOCKER_WORDS: Readonly<
  Record<BlockerKind, { readonly word: string; readonly what: string; readonly todo: string }>
> = {
  cancellation_notice: {
    word: 'wants to cancel',
    what: 'the customer has given notice of cancellation',
    todo: 'Cancel the order. If the customer has taken the notice back in writing, end this with their words.',
  },
  refund_in_full: {
    word: 'refunded',
    what: 'all of the money has been given back',
    todo: 'Nothing is owed any more. End this only if the work is to be a gift, and say who decided so.',
  },
  dispute: {
    word: 'disputed',
    what: 'the customer’s bank disputes the payment',
    todo: 'Answer the dispute. If it is won, this ends by itself.',
  },
  fraud_warning: {
    word: 'fraud warning',
    what: 'the card issuer suspects fraud',
    todo: 'Cancel and refund, or end this once you know that the cardholder ordered it.',
  },
  bounce: {
    word: 'bounced',
    what: 'the customer’s mail server has refused our email for good',
    todo: 'Find out the right address, correct it and send the email again.',
  },
  pause: {
    word: 'paused',
    what: 'the order is paused for the customer',
    todo: 'Resume it when the customer has answered; the promise moves by the time it was paused.',
  },
  hold: {
    word: 'on hold',
    what: 'a reviewer has put it on hold',
    todo: 'Resume the review when what it waits for has happened.',
  },
};
