import { filtersAmong, type KeptView, type QueueFilter } from '@app/review';

/** What of the queue is shown: filters that all hold, and the kept view they come from, if they do. */
export interface Shown {
  readonly filters: readonly QueueFilter[];
  readonly view: KeptView | null;
}

/** Reads it off an address. One that asks for nothing shows the view its owner begins with, or all. @param views of this person. */
export function shownBy(query: Readonly<Record<string, unknown>>, views: readonly KeptView[]): Shown {
  const asked = query['show'] !== undefined || query['search'] !== undefined;
  const view =
    views.find(({ id }) => id === query['view']) ??
    (asked ? undefined : views.find(({ isStart }) => isStart));
  return view
    ? { filters: view.filters, view }
    : { filters: filtersAmong([query['show']].flat()), view: null };
}

/** The part of an address that shows the same again. */
export const addressOf = ({ filters, view }: Shown): string =>
  view ? `view=${view.id}` : filters.map((name) => `show=${name}`).join('&');

/** What an address of ours looks like, for forms that lead back to it. */
export const SHOWN_ADDRESS = /^(view=[0-9a-f-]{36}|show=[a-z_]{1,20}(&show=[a-z_]{1,20}){0,11})?$/;
