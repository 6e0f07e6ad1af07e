import { addBusinessTime, businessTimeBetween, isBusinessDay, nextBusinessMoment } from './business-time.js';
import { calendarOf, SHIPPED_CALENDAR, useCalendar } from './bank-holidays.js';
import { formatDayTime, inLondon } from './london.js';

const HOUR = 3_600_000;
/** Tuesday 24 November 2026, London time is UTC. */
const tuesday = (time: string): Date => new Date(`2026-11-24T${time}Z`);
const wednesday = (time: string): Date => new Date(`2026-11-25T${time}Z`);
const year = (of: number): string[] => [1, 2, 3, 4, 5, 6, 7, 8].map((month) => `${of}-0${month}-01`);
const day = (date: string) => inLondon(new Date(`${date}T12:00Z`));

describe('a business day', () => {
  it.each([
    ['2026-11-27', true, 'a Friday'],
    ['2026-11-28', false, 'a Saturday'],
    ['2026-11-29', false, 'a Sunday'],
    ['2026-11-30', true, 'a Monday'],
    ['2026-12-25', false, 'Christmas Day, a Friday'],
    ['2026-12-28', false, 'Boxing Day, kept on the Monday'],
    ['2027-05-03', false, 'the early May bank holiday'],
    ['2028-12-29', true, 'the last business day of the list'],
    ['2025-08-25', false, 'a bank holiday of a past year'],
    ['2022-09-19', false, 'a bank holiday that came once'],
    ['2012-01-03', true, 'the first business day of the list'],
  ])('%s: %s, %s', (date, business) => {
    expect(isBusinessDay(day(date))).toBe(business);
  });

  it.each([
    ['2029-01-04', 'bank holiday list ends with 2028'],
    ['2011-12-30', 'bank holiday list begins with 2012'],
  ])('is refused outside the years whose bank holidays are known, and said so: %s', (date, words) => {
    expect(() => isBusinessDay(day(date))).toThrow(
      expect.objectContaining({ code: 'calendar_exhausted', message: expect.stringContaining(words) }),
    );
  });

  it('is told by the calendar at hand', () => {
    const more = calendarOf('more', [...SHIPPED_CALENDAR.holidays, '2026-11-24', ...year(2029)]);
    expect([isBusinessDay(day('2026-11-24'), more), isBusinessDay(day('2029-01-02'), more)]).toEqual([
      false,
      true,
    ]);
    expect(nextBusinessMoment(tuesday('10:00'), more)).toEqual(wednesday('09:00'));
    expect(businessTimeBetween(tuesday('10:00'), wednesday('10:00'), more)).toBe(HOUR);
    expect(addBusinessTime(tuesday('10:00'), HOUR, more)).toEqual(wednesday('10:00'));
    expect(() => calendarOf('none', year(2029).slice(1))).toThrow(
      new RangeError('A calendar covers at least one whole year.'),
    );
    // A year of which only some days are known is not covered.
    expect(calendarOf('some', [...SHIPPED_CALENDAR.holidays, '2029-01-01']).lastYear).toBe(2028);
    useCalendar(more);
    expect(nextBusinessMoment(tuesday('10:00'))).toEqual(wednesday('09:00'));
    useCalendar(SHIPPED_CALENDAR);
  });

  it('is none of at least eight days a year, each a whole date on a weekday', () => {
    const { holidays, firstYear, lastYear } = SHIPPED_CALENDAR;
    expect([firstYear, lastYear, holidays.size]).toEqual([2012, 2028, 140]);
    for (let year = firstYear; year <= lastYear; year += 1)
      expect([...holidays].filter((date) => date.startsWith(`${year}-`)).length).toBeGreaterThanOrEqual(8);
    for (const date of holidays) expect(day(date).weekday).toBeLessThanOrEqual(5);
  });
});

describe('the next business moment', () => {
  it.each([
    ['before opening', tuesday('08:59:59.999'), tuesday('09:00')],
    ['at opening', tuesday('09:00'), tuesday('09:00')],
    ['in the day', tuesday('12:34:56'), tuesday('12:34:56')],
    ['in the last moment', tuesday('17:59:59.999'), tuesday('17:59:59.999')],
    ['at closing', tuesday('18:00'), wednesday('09:00')],
    ['at night', tuesday('23:00'), wednesday('09:00')],
    ['on Saturday', new Date('2026-11-28T12:00Z'), new Date('2026-11-30T09:00Z')],
    ['in summer, an hour ahead', new Date('2026-06-30T06:00Z'), new Date('2026-06-30T08:00Z')],
  ])('%s', (_when, at, moment) => {
    expect(nextBusinessMoment(at)).toEqual(moment);
  });
});

describe('business time', () => {
  it.each([
    ['a whole day', tuesday('00:00'), wednesday('00:00'), 9 * HOUR],
    ['from night to night', tuesday('07:00'), wednesday('10:00'), 10 * HOUR],
    ['inside a day', tuesday('10:00'), tuesday('10:30'), HOUR / 2],
    ['after closing', tuesday('19:00'), tuesday('20:00'), 0],
    ['backwards', wednesday('12:00'), tuesday('12:00'), 0],
    ['over a weekend', new Date('2026-11-27T17:00Z'), new Date('2026-11-30T10:00Z'), 2 * HOUR],
  ])('%s', (_how, from, to, time) => {
    expect(businessTimeBetween(from, to)).toBe(time);
  });

  it('that fills the day ends at closing, and a moment more is the next morning', () => {
    expect(addBusinessTime(tuesday('09:00'), 9 * HOUR)).toEqual(tuesday('18:00'));
    expect(addBusinessTime(tuesday('09:00'), 9 * HOUR + 1)).toEqual(wednesday('09:00:00.001'));
    expect(addBusinessTime(tuesday('20:00'), HOUR)).toEqual(wednesday('10:00'));
  });
});

describe('a time in words', () => {
  it('at noon is pm, at midnight am', () => {
    expect(formatDayTime(tuesday('12:00'))).toBe('12 pm on Tuesday 24 November 2026');
    expect(formatDayTime(tuesday('00:00'))).toBe('12 am on Tuesday 24 November 2026');
  });
});
