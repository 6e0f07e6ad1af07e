/** What a step may bring that somebody wished to avoid: the ids of the assessment's answers. */
export const ASIDE = [
  'managing-people',
  'client-facing',
  'shifts',
  'physical-work',
  'screen-all-day',
  'exams',
  'self-employment',
] as const;
export type Aside = (typeof ASIDE)[number];
