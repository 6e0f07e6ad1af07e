const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day, a month or a year as it is known: "26 June 2026", "June 2026" or "2026". */
export function dayWords(known: string): string {
  const [year = '', month, day] = known.split('-');
  return [
    ...(day === undefined ? [] : [String(Number(day))]),
    ...(month === undefined ? [] : [MONTHS[Number(month) - 1] ?? '']),
    year,
  ].join(' ');
}
