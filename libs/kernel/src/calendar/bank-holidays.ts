/** A table of bank holidays, by which business days are told. Promises keep the version that they were made with. */
export interface BusinessCalendar {
  readonly version: string;
  /** London calendar days (ISO). */
  readonly holidays: ReadonlySet<string>;
  readonly firstYear: number;
  /** The last year the table covers; a promise beyond it would silently ignore bank holidays, so it is refused. */
  readonly lastYear: number;
}

/**
 * Month and day of the bank holidays in England and Wales by year, one-off ones and substitute days included. Source: GOV.UK bank holidays, read
 * August 2026, Open Government Licence v3.0; a test compares it with the imported file. Extend it and change the version together.
 */
const SHIPPED: Readonly<Record<number, string>> = {
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

export const CALENDAR_VERSION = 'england-and-wales-2026-11';

/** England and Wales has eight bank holidays a year, and now and then one more. */
const DAYS_IN_A_YEAR = 8;

/** A calendar of these days. A year counts as covered when all of its days are there. @throws RangeError when no year is. */
export function calendarOf(version: string, days: readonly string[]): BusinessCalendar {
  const inYear = new Map<number, number>();
  for (const day of days) inYear.set(Number(day.slice(0, 4)), (inYear.get(Number(day.slice(0, 4))) ?? 0) + 1);
  const years = [...inYear].flatMap(([year, count]) => (count >= DAYS_IN_A_YEAR ? [year] : []));
  if (years.length === 0) throw new RangeError('A calendar covers at least one whole year.');
  return {
    version,
    holidays: new Set(days),
    firstYear: Math.min(...years),
    lastYear: Math.max(...years),
  };
}

/** What ships with the code, and the floor of every refreshed calendar. */
export const SHIPPED_CALENDAR: BusinessCalendar = calendarOf(
  CALENDAR_VERSION,
  Object.entries(SHIPPED).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);

let current = SHIPPED_CALENDAR;

/** The calendar by which this process tells business days: what ships, until the stored one has been read. */
export const currentCalendar = (): BusinessCalendar => current;

/**
 * From now on this process tells business days by another calendar. Like the clock it is the same for everybody, so it is not handed through every
 * page and email; whoever needs a certain one hands it in.
 */
export const useCalendar = (calendar: BusinessCalendar): void => {
  current = calendar;
};
