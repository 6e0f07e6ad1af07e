import type { MessageSort } from '@app/delivery';

/** What the references of each sort of message begin with: `CO-7K3M-9QXT-2B`. A sort is also the kind of task that it becomes. */
export const MESSAGE_PREFIXES: Readonly<Record<MessageSort, string>> = {
  complaint: 'CO',
  cancellation_notice: 'CN',
  report_error: 'ER',
};

export const MESSAGE_SORTS = Object.keys(MESSAGE_PREFIXES) as readonly MessageSort[];

/** The sort whose references begin like this one; undefined for what is no reference of a message. */
export function sortOf(reference: string): MessageSort | undefined {
  if (!/^[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/.test(reference))
    return undefined;
  return MESSAGE_SORTS.find((sort) => reference.startsWith(`${MESSAGE_PREFIXES[sort]}-`));
}
