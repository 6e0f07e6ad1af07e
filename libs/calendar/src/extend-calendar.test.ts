import fc from 'fast-check';
import { calendarOf, SHIPPED_CALENDAR } from '@app/kernel';
import { extendedDays } from './extend-calendar.js';
import { yearOf } from './feed.builder.js';

const TODAY = '2028-06-15';
const known = [...SHIPPED_CALENDAR.holidays];
const from = (year: number): string[] => known.filter((day) => day >= `${year}`);

describe('a calendar that is extended', () => {
  it('has what it had and the days to come of the feed', () => {
    const days = extendedDays(SHIPPED_CALENDAR, [...from(2026), ...yearOf(2029)], TODAY);
    expect(days).toEqual([...known, ...yearOf(2029)]);
    expect(calendarOf('next', days ?? []).lastYear).toBe(2029);
  });

  it('takes over no day that has passed, and today is one', () => {
    expect(extendedDays(SHIPPED_CALENDAR, [...from(2026), '2027-06-15', TODAY].sort(), TODAY)).toBeNull();
    expect(extendedDays(SHIPPED_CALENDAR, [...from(2026), '2028-06-16'].sort(), TODAY)).toContain(
      '2028-06-16',
    );
  });

  it('is nothing new when the feed has nothing new, or begins later or ends earlier', () => {
    expect(extendedDays(SHIPPED_CALENDAR, known, TODAY)).toBeNull();
    expect(extendedDays(SHIPPED_CALENDAR, from(2027), TODAY)).toBeNull();
    expect(
      extendedDays(
        SHIPPED_CALENDAR,
        known.filter((day) => day < '2028'),
        '2027-06-15',
      ),
    ).toBeNull();
  });

  it('is refused from a feed that lacks a day to come', () => {
    expect(() =>
      extendedDays(
        SHIPPED_CALENDAR,
        known.filter((day) => day !== '2028-12-25'),
        TODAY,
      ),
    ).toThrow(
      expect.objectContaining({
        code: 'calendar_feed_shrunken',
        message: expect.stringContaining('2028-12-25'),
      }),
    );
  });

  it('never loses a day, whatever the feed', () => {
    const pool = [...known, ...yearOf(2029), ...yearOf(2030)];
    fc.assert(
      fc.property(fc.subarray(pool), fc.constantFrom(...pool), (feed, today) => {
        let days: readonly string[] | null = null;
        try {
          days = extendedDays(SHIPPED_CALENDAR, feed, today);
        } catch {
          return;
        }
        expect(days === null || known.every((day) => days.includes(day))).toBe(true);
      }),
    );
  });
});
