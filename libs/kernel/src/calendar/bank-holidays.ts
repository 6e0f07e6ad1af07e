/**
 * Bank holidays in England and Wales. Source: GOV.UK bank holidays, read August 2026, Open Government Licence v3.0.
 * Dates are London calendar days. Extend the list and change the version together: stored promises keep the version they
 * were made with.
 */
export const CALENDAR_VERSION = 'england-and-wales-2026-08';

const HOLIDAYS = [
  '2026-01-01', // New Year's Day
  '2026-04-03', // Good Friday
  '2026-04-06', // Easter Monday
  '2026-05-04', // Early May bank holiday
  '2026-05-25', // Spring bank holiday
  '2026-08-31', // Summer bank holiday
  '2026-12-25', // Christmas Day
  '2026-12-28', // Boxing Day
  '2027-01-01', // New Year's Day
  '2027-03-26', // Good Friday
  '2027-03-29', // Easter Monday
  '2027-05-03', // Early May bank holiday
  '2027-05-31', // Spring bank holiday
  '2027-08-30', // Summer bank holiday
  '2027-12-27', // Christmas Day
  '2027-12-28', // Boxing Day
  '2028-01-03', // New Year's Day
  '2028-04-14', // Good Friday
  '2028-04-17', // Easter Monday
  '2028-05-01', // Early May bank holiday
  '2028-05-29', // Spring bank holiday
  '2028-08-28', // Summer bank holiday
  '2028-12-25', // Christmas Day
  '2028-12-26', // Boxing Day
] as const;

export const bankHolidays: ReadonlySet<string> = new Set(HOLIDAYS);

/** The last year the list covers; a promise beyond it would silently ignore bank holidays, so it is refused. */
export const LAST_YEAR_COVERED = 2028;
