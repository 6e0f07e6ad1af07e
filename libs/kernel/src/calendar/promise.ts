import type { DateTime } from 'luxon';
import { CALENDAR_VERSION } from './bank-holidays.js';
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
 * The one function behind every due time on every page and in every email.
 * BD0 is the day on which the clock starts, when that is a business day before 17:00 London time; otherwise the next business day.
 */
export function promiseFor(clockStartedAt: Date): DeliveryPromise {
  const start = inLondon(clockStartedAt);
  const day = start.startOf('day');
  const zero = isBusinessDay(day) && start.hour < CUT_OFF_HOUR ? day : nextBusinessDay(day);
  const first = nextBusinessDay(zero);
  const second = nextBusinessDay(first);
  return {
    businessDayZero: zero.toISODate() ?? '',
    targetAt: atClose(first),
    promiseAt: atClose(second),
    calendarVersion: CALENDAR_VERSION,
    policyVersion: POLICY_VERSION,
  };
}

const atClose = (day: DateTime): Date => day.set({ hour: CLOSES_AT }).toJSDate();
