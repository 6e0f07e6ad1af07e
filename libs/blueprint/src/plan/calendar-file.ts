import { sha256 } from '@app/kernel';
import { hours } from '../copy/word-filters.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

/** RFC 5545 wants lines of at most 75 bytes, continued after a line break and a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}

const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\n/g, '\\n');
const day = (date: string): string => date.replaceAll('-', '');
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * The 90 days as a calendar file (iCalendar, RFC 5545): one all-day entry a week on its Monday with the week's actions in full, one a
 * decision, each with an alarm at nine.
 * Equal snapshots give equal text; entries keep their ids, so that importing a newer version replaces the older one.
 */
export function calendarFile(snapshot: BlueprintSnapshot): string {
  const { plan, order, brand } = snapshot;
  const stamp = `${snapshot.draftedAt.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const entry = (key: string, date: string, title: string, text: string): string[] => [
    'BEGIN:VEVENT',
    `UID:${sha256(`${order.reference}:${key}`).slice(0, 32)}@blueprint`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${order.version}`,
    `DTSTART;VALUE=DATE:${day(date)}`,
    `DTEND;VALUE=DATE:${day(dayAfter(date))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    'TRANSP:TRANSPARENT',
    // An all-day entry begins at midnight, so this rings at nine.
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(brand.name)}//Career Pivot Blueprint//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`Your 90 days (${order.reference})`)}`,
    ...plan.weeks.flatMap((week) =>
      entry(
        `week-${week.week}`,
        week.from,
        `Week ${week.week} of 13: ${week.rest ? 'a rest' : 'your 90 days'}`,
        week.actions
          .map((action) => `${action.detail ?? action.text} (${hours(action.hours)} h)`)
          .join('\n') || 'A week to rest or catch up.',
      ),
    ),
    ...plan.decisions
      .map(({ day: number, date, question }) =>
        entry(`day-${number}`, date, `Day ${number}: decide`, question),
      )
      .flat(),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
