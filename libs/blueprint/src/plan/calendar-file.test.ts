import { AMARA, loadFixtures, snapshotOf } from '../people.builder.js';
import { calendarFile } from './calendar-file.js';

describe('the calendar file', () => {
  it('holds 13 weeks and three decisions, in the form of RFC 5545, the same each time', async () => {
    const snapshot = snapshotOf(await loadFixtures(), AMARA);
    const text = calendarFile(snapshot);
    const lines = text.split('\r\n');
    expect(calendarFile(snapshot)).toBe(text);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(16);
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
    expect(text).toContain('DTSTART;VALUE=DATE:20261130');
    expect(new Set(lines.filter((line) => line.startsWith('UID:'))).size).toBe(16);
    // A comma inside a text must not end it.
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toMatch(/DESCRIPTION:[^\r]*\\,/);
  });
});
