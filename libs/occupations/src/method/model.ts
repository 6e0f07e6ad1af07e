/** Version of the formulas. Changes when any figure they give could change; printed beside every score. */
export const MODEL_VERSION = '2.0';

/** Month of the model, `YYYY-MM`: windows are counted from here, never from the clock, so a report reads the same tomorrow. */
export const MODEL_MONTH = '2026-11';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "November 2026" of `2026-11`. */
export function monthWords(month: string): string {
  const [year = '', number = '1'] = month.split('-');
  return `${MONTHS[Number(number) - 1] ?? ''} ${year}`;
}

/** Calendar year `months` after a month `YYYY-MM`. */
export function yearAfter(month: string, months: number): number {
  const [year = '0', number = '1'] = month.split('-');
  return Number(year) + Math.floor((Number(number) - 1 + months) / 12);
}
