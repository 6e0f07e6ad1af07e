import { type BusinessCalendar, DomainError } from '@app/kernel';

/**
 * The days of a calendar with what a feed adds to it, oldest first; null when it adds nothing. Only days after today are taken over, so that
 * nothing that has been worked out by now would be worked out otherwise. Nothing is ever taken away.
 * @param today London calendar day (ISO).
 * @throws DomainError `calendar_feed_shrunken` when the feed lacks a day to come that is known, in the years it covers.
 */
export function extendedDays(
  known: BusinessCalendar,
  feed: readonly string[],
  today: string,
): readonly string[] | null {
  const inFeed = new Set(feed);
  const last = `${(feed.at(-1) ?? today).slice(0, 4)}-12-31`;
  const lacking = [...known.holidays].filter((day) => day > today && day <= last && !inFeed.has(day));
  if (lacking.length > 0)
    throw new DomainError(
      'calendar_feed_shrunken',
      `The feed of bank holidays lacks days that are known: ${lacking.slice(0, 3).join(', ')}. Nothing was changed.`,
    );
  const more = feed.filter((day) => day > today && !known.holidays.has(day));
  return more.length === 0 ? null : [...known.holidays, ...more].sort();
}
