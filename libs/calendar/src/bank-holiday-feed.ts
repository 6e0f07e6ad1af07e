import { DomainError, inLondon } from '@app/kernel';

/** The feed has a few dozen days; anything shorter has been cut. */
const LEAST_DAYS = 16;

interface FeedEvent {
  readonly title?: unknown;
  readonly date?: unknown;
}

/**
 * The bank holidays of England and Wales in the official feed (GOV.UK, `bank-holidays.json`), oldest first.
 * @throws DomainError `calendar_feed_invalid` for anything that does not look like it.
 */
export function daysInFeed(text: string): string[] {
  const division = (parsed(text) as Record<string, unknown> | null)?.['england-and-wales'];
  const events = (division as { events?: unknown } | undefined)?.events;
  if (!Array.isArray(events) || events.length < LEAST_DAYS)
    throw invalid('holds no list of days for England and Wales');
  const days = (events as readonly (FeedEvent | null)[]).map((event, index) => {
    const { title, date } = event ?? {};
    if (typeof title !== 'string' || title.trim() === '' || typeof date !== 'string' || !isWeekday(date))
      throw invalid(`has no title, or no date on a weekday, in line ${index + 1}`);
    return date;
  });
  if (new Set(days).size !== days.length) throw invalid('names a day twice');
  return days.sort();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('is not JSON');
  }
}

/** A real day that is no Saturday or Sunday: a bank holiday on a weekend is kept on a weekday, and the feed has that one. */
function isWeekday(date: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(date)) return false;
  const day = inLondon(new Date(`${date}T12:00:00Z`));
  return day.isValid && day.toISODate() === date && day.weekday <= 5;
}

const invalid = (why: string): DomainError =>
  new DomainError('calendar_feed_invalid', `The feed of bank holidays ${why}. Nothing was changed.`);
