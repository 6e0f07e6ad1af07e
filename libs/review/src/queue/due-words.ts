import { businessTimeBetween, LONDON, unlessExhausted } from '@app/kernel';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 09:00 to 18:00. */
const WORKING_DAY = 9 * HOUR;

const absolute = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
  timeZone: LONDON,
});
const dayOf = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeZone: LONDON });

const partsOf = (at: Date): Partial<Record<string, string>> =>
  Object.fromEntries(absolute.formatToParts(at).map(({ type, value }) => [type, value]));

/** "Thu 26 Nov 18:00", London time. */
export const shortDayTime = (at: Date): string => {
  const { weekday, hour, minute } = partsOf(at);
  return `${weekday} ${shortDay(at)} ${hour}:${minute}`;
};

/** "26 Nov", in London. */
export const shortDay = (at: Date): string => {
  const { day, month } = partsOf(at);
  return `${day} ${month}`;
};

/**
 * How long there is left. On the day itself the time on the clock, "in 3 h 10 m"; before it working time, since nobody works through the
 * night: "in 1 working day 3 h". Once it has passed, how late in real time, since that is how long a customer has waited: "2 h 5 m late".
 */
export function relativeWords(due: Date, now: Date): string {
  if (due <= now) return `${span(now.getTime() - due.getTime(), 24 * HOUR, 'day')} late`;
  if (dayOf.format(due) === dayOf.format(now))
    return `in ${span(due.getTime() - now.getTime(), 24 * HOUR, 'day')}`;
  const left = unlessExhausted(() => businessTimeBetween(now, due));
  // Past the last year of the calendar nobody knows which days are worked on.
  if (left === null) return `in ${span(due.getTime() - now.getTime(), 24 * HOUR, 'day')}`;
  return left < WORKING_DAY
    ? `in ${span(left, WORKING_DAY, 'working day')} of working time`
    : `in ${span(left, WORKING_DAY, 'working day')}`;
}

/** Two units at most, rounded down: nobody is told they have more time than they have. */
function span(milliseconds: number, dayLength: number, day: string): string {
  const days = Math.floor(milliseconds / dayLength);
  const hours = Math.floor((milliseconds % dayLength) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days > 0)
    return [`${days} ${day}${days === 1 ? '' : 's'}`, hours > 0 ? `${hours} h` : '']
      .filter(Boolean)
      .join(' ');
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} m` : `${hours} h`;
  return minutes > 0 ? `${minutes} m` : 'under a minute';
}
