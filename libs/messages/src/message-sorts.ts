import type { MessageSort } from '@app/delivery';

/** How each sort of message is named to the people who write it and to the people who read it. */
export interface MessageWords {
  /** Begins the reference: `CO-7K3M-9QXT-2B`. */
  readonly prefix: string;
  /** What staff are to do. */
  readonly todo: string;
}

export const MESSAGE_WORDS: Readonly<Record<MessageSort, MessageWords>> = {
  complaint: {
    prefix: 'CO',
    todo: 'Answer within two business days and say who deals with it; decide within ten.',
  },
  cancellation_notice: {
    prefix: 'CN',
    todo: 'It counts from the moment it arrived. Cancel the order and refund it in full, at the latest 14 days from then; if it does not fit an order, ask back.',
  },
  report_error: {
    prefix: 'ER',
    todo: 'Check it against the sources, correct the content if it is right, and answer.',
  },
};

/** The sort whose references begin like this one; undefined for what is no reference of a message. */
export function sortOf(reference: string): MessageSort | undefined {
  if (!/^[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/.test(reference))
    return undefined;
  return (Object.keys(MESSAGE_WORDS) as MessageSort[]).find((sort) =>
    reference.startsWith(`${MESSAGE_WORDS[sort].prefix}-`),
  );
}
