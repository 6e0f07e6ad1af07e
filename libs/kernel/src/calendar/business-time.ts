import type { DateTime } from 'luxon';
import { DomainError } from '../domain-error.js';
import { type BusinessCalendar, currentCalendar } from './bank-holidays.js';
import { inLondon } from './london.js';

/** Business hours, London time. */
export const OPENS_AT = 9;
export const CLOSES_AT = 18;

/** Monday to Friday, not a bank holiday in England and Wales. @throws DomainError `calendar_exhausted` outside the years of the list. */
export function isBusinessDay(day: DateTime, calendar: BusinessCalendar = currentCalendar()): boolean {
  const { firstYear, lastYear, holidays } = calendar;
  if (day.year > lastYear || day.year < firstYear) {
    throw new DomainError(
      'calendar_exhausted',
      day.year > lastYear
        ? `The bank holiday list ends with ${lastYear}; it must be extended.`
        : `The bank holiday list begins with ${firstYear}.`,
    );
  }
  return day.weekday <= 5 && !holidays.has(day.toISODate() ?? '');
}

/** The first business day after `day`, at the start of that day. */
export function nextBusinessDay(day: DateTime, calendar: BusinessCalendar = currentCalendar()): DateTime {
  let next = day.startOf('day').plus({ days: 1 });
  while (!isBusinessDay(next, calendar)) next = next.plus({ days: 1 });
  return next;
}

const opening = (day: DateTime): DateTime => day.startOf('day').set({ hour: OPENS_AT });
const closing = (day: DateTime): DateTime => day.startOf('day').set({ hour: CLOSES_AT });

/** `at` itself when it falls inside business hours, otherwise the next opening. */
export function nextBusinessMoment(at: Date, calendar: BusinessCalendar = currentCalendar()): Date {
  const time = inLondon(at);
  if (!isBusinessDay(time, calendar) || time >= closing(time))
    return opening(nextBusinessDay(time, calendar)).toJSDate();
  return time < opening(time) ? opening(time).toJSDate() : at;
}

/** Business time from `from` to `to`, in whole milliseconds; zero when `to` is not later. Nine hours make a full day. */
export function businessTimeBetween(
  from: Date,
  to: Date,
  calendar: BusinessCalendar = currentCalendar(),
): number {
  if (to <= from) return 0;
  const end = inLondon(to);
  let total = 0;
  for (let day = inLondon(from).startOf('day'); day <= end; day = day.plus({ days: 1 })) {
    if (!isBusinessDay(day, calendar)) continue;
    const start = Math.max(opening(day).toMillis(), from.getTime());
    const stop = Math.min(closing(day).toMillis(), to.getTime());
    total += Math.max(0, stop - start);
  }
  return total;
}

/** The moment at which `duration` milliseconds of business time have passed since `from`; the inverse of {@link businessTimeBetween}. */
export function addBusinessTime(
  from: Date,
  duration: number,
  calendar: BusinessCalendar = currentCalendar(),
): Date {
  let cursor = inLondon(nextBusinessMoment(from, calendar));
  let left = duration;
  for (;;) {
    const today = closing(cursor).toMillis() - cursor.toMillis();
    if (left <= today) return cursor.plus({ milliseconds: left }).toJSDate();
    left -= today;
    cursor = opening(nextBusinessDay(cursor, calendar));
  }
}
