import type { PayBands } from './pay-bands.js';

/** Paid hours of a full-time week; the survey calls full-time what is paid for more than 30. */
export const FULL_TIME_HOURS = 37.5;

/** What of a full-time salary somebody is paid for their hours, 0–1. Longer weeks are not paid more: the figures are of people who work them too. */
export const partOfFullTime = (hoursPerWeek: number | undefined): number =>
  hoursPerWeek === undefined ? 1 : Math.min(1, Math.max(0, hoursPerWeek) / FULL_TIME_HOURS);

/** Full-time pay brought down to the hours of a person, whole pounds. */
export function payAtHours(bands: PayBands, hoursPerWeek: number | undefined): PayBands {
  const part = partOfFullTime(hoursPerWeek);
  if (part === 1) return bands;
  const at = (pounds: number | null): number | null => (pounds === null ? null : Math.round(pounds * part));
  const { p10, p25, p75, p90, median } = bands;
  return {
    ...bands,
    p10: at(p10),
    p25: at(p25),
    median: Math.round(median * part),
    p75: at(p75),
    p90: at(p90),
  };
}
