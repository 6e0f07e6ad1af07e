import { DateTime } from 'luxon';

export const LONDON = 'Europe/London';

export const inLondon = (at: Date): DateTime => DateTime.fromJSDate(at, { zone: LONDON }).setLocale('en-GB');

/** "Thursday 26 November 2026", in London. */
export const formatDay = (at: Date): string => inLondon(at).toFormat('cccc d LLLL yyyy');

/** "6 pm on Thursday 26 November 2026" or "4:59 pm on …", in London. */
export function formatDayTime(at: Date): string {
  const time = inLondon(at);
  const clock = time.toFormat(time.minute === 0 ? 'h' : 'h:mm');
  return `${clock} ${time.hour < 12 ? 'am' : 'pm'} on ${formatDay(at)}`;
}
