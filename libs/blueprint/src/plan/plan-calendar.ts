import { DateTime } from 'luxon';
import { isBusinessDay, LONDON, SHIPPED_CALENDAR } from '@app/kernel';

export const WEEKS = 13;
export type DecisionDay = 30 | 60 | 90;
export const DECISION_DAYS: readonly DecisionDay[] = [30, 60, 90];

/** A week of the plan as the calendar leaves it. */
export interface CalendarWeek {
  /** 1–13. */
  readonly week: number;
  /** Monday and Sunday, London. */
  readonly from: DateTime;
  readonly to: DateTime;
  /** Hours that can be given to the plan; 0 in a week of rest. */
  readonly hours: number;
}

/** Days of a working week. */
const WORKING_DAYS = 5;

/** First Monday at least three days after drafting, London: the file has arrived by then. */
export function planStart(draftedAt: Date): DateTime {
  const day = DateTime.fromJSDate(draftedAt, { zone: LONDON }).startOf('day').plus({ days: 3 });
  return day.plus({ days: (8 - day.weekday) % 7 });
}

/**
 * Thirteen weeks with the hours each has: none in the week of Christmas or with two bank holidays (England and Wales), less by a fifth with
 * one, in half hours.
 */
export function calendarWeeks(start: DateTime, hoursPerWeek: number): CalendarWeek[] {
  return Array.from({ length: WEEKS }, (_, index) => {
    const from = start.plus({ weeks: index });
    const days = Array.from({ length: 7 }, (_day, day) => from.plus({ days: day }));
    const off = days.filter(
      (day) => day.weekday <= WORKING_DAYS && SHIPPED_CALENDAR.holidays.has(day.toISODate() ?? ''),
    ).length;
    const rest = off >= 2 || days.some(({ month, day }) => month === 12 && day === 25);
    const left = Math.floor(2 * hoursPerWeek * (1 - off / WORKING_DAYS)) / 2;
    return {
      week: index + 1,
      from,
      to: from.plus({ days: 6 }),
      hours: rest ? 0 : off === 0 ? hoursPerWeek : Math.max(0.5, left),
    };
  });
}

/**
 * The working day of a decision: day 30, 60 or 90 counted from the first, the Friday before a weekend; after a rest the last day of the first
 * week, since what it rests on goes on in that week.
 */
export function decisionDate(weeks: readonly CalendarWeek[], day: DecisionDay): DateTime {
  const [first, last] = [weeks[0]?.from, weeks.at(-1)?.to];
  if (!first || !last) throw new Error('a plan has weeks');
  const open = (date: DateTime): boolean =>
    isBusinessDay(date) && weeks.some(({ from, to, hours }) => hours > 0 && date >= from && date <= to);
  const counted = first.plus({ days: day - 1 });
  const wanted =
    counted.weekday > WORKING_DAYS ? counted.minus({ days: counted.weekday - WORKING_DAYS }) : counted;
  if (open(wanted)) return wanted;
  for (let later = wanted; later <= last; later = later.plus({ days: 1 }))
    if (open(later) && (later.weekday === WORKING_DAYS || !open(later.plus({ days: 1 })))) return later;
  let earlier = wanted;
  while (!open(earlier) && earlier > first) earlier = earlier.minus({ days: 1 });
  return earlier;
}
