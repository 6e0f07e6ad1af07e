import type { DateTime } from 'luxon';
import { DomainError } from '../domain-error.js';
import { type BusinessCalendar, currentCalendar } from './bank-holidays.js';
import { CLOSES_AT, isBusinessDay, nextBusinessDay } from './business-time.js';
import { inLondon } from './london.js';

/** Cut-off 17:00; target BD0+1 18:00; promise BD0+2 18:00. Change the rules and this name together. */
export const POLICY_VERSION = 'promise-1';
const CUT_OFF_HOUR = 17;

/** What we owe for an order whose clock has started. Stored on the order, so that no later change of calendar moves it. */
export interface DeliveryPromise {
  /** Business day zero, a London calendar day (ISO). */
  readonly businessDayZero: string;
  /** When we aim to deliver. */
  readonly targetAt: Date;
  /** When we promise to have delivered. */
  readonly promiseAt: Date;
  readonly calendarVersion: string;
  readonly policyVersion: string;
}

/**
 * The one function behind every due time on every page and in every email. @throws DomainError `calendar_exhausted` past the calendar's end.
 * BD0 is the day on which the clock starts, when that is a business day before 17:00 London time; otherwise the next business day.
 */
export function promiseFor(
  clockStartedAt: Date,
  calendar: BusinessCalendar = currentCalendar(),
): DeliveryPromise {
  const start = inLondon(clockStartedAt);
  const day = start.startOf('day');
  const zero =
    isBusinessDay(day, calendar) && start.hour < CUT_OFF_HOUR ? day : nextBusinessDay(day, calendar);
  const first = nextBusinessDay(zero, calendar);
  const second = nextBusinessDay(first, calendar);
  return {
    businessDayZero: zero.toISODate() ?? '',
    targetAt: atClose(first),
    promiseAt: atClose(second),
    calendarVersion: calendar.version,
    policyVersion: POLICY_VERSION,
  };
}

const atClose = (day: DateTime): Date => day.set({ hour: CLOSES_AT }).toJSDate();

/** The new time of something that is late: the end of the first whole business day after `at`. @throws DomainError `calendar_exhausted` */
export const newTimeAfter = (at: Date, calendar: BusinessCalendar = currentCalendar()): Date =>
  atClose(nextBusinessDay(inLondon(at), calendar));

/** What `of` answers; null where the calendar does not reach. */
export function unlessExhausted<T>(of: () => T): T | null {
  try {
    return of();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar_exhausted') return null;
    throw error;
  }
}
