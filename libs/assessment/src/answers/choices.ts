export type WorkLevel = 'junior' | 'mid' | 'senior' | 'lead';
export type Travel = 'remote' | 'local' | 'commute' | 'anywhere';
export type Avoidance =
  | 'managing-people'
  | 'client-facing'
  | 'shifts'
  | 'physical-work'
  | 'screen-all-day'
  | 'exams'
  | 'self-employment'
  | 'lower-pay';

/** Countries and regions of the UK by ONS code. The pay survey publishes no figures by region for Northern Ireland; pages say so. */
export const REGIONS = {
  E12000001: 'North East',
  E12000002: 'North West',
  E12000003: 'Yorkshire and the Humber',
  E12000004: 'East Midlands',
  E12000005: 'West Midlands',
  E12000006: 'East of England',
  E12000007: 'London',
  E12000008: 'South East',
  E12000009: 'South West',
  W92000004: 'Wales',
  S92000003: 'Scotland',
  N92000002: 'Northern Ireland',
} as const;
export type RegionId = keyof typeof REGIONS;

/** Gross pay a year. `from` and `to` in whole pounds; the last has no top. */
export const PAY_BANDS = {
  'under-20': { label: 'Under £20,000', from: 0, to: 20_000 },
  '20-25': { label: '£20,000 to £24,999', from: 20_000, to: 25_000 },
  '25-30': { label: '£25,000 to £29,999', from: 25_000, to: 30_000 },
  '30-40': { label: '£30,000 to £39,999', from: 30_000, to: 40_000 },
  '40-50': { label: '£40,000 to £49,999', from: 40_000, to: 50_000 },
  '50-65': { label: '£50,000 to £64,999', from: 50_000, to: 65_000 },
  '65-85': { label: '£65,000 to £84,999', from: 65_000, to: 85_000 },
  '85-plus': { label: '£85,000 or more', from: 85_000, to: null },
} as const satisfies Readonly<Record<string, { label: string; from: number; to: number | null }>>;
export type PayBandId = keyof typeof PAY_BANDS;

export const WORK_LEVELS: Readonly<Record<WorkLevel, string>> = {
  junior: 'Starting out, or still learning the job',
  mid: 'Experienced, working on my own',
  senior: 'Senior: I guide others or own the hard parts',
  lead: 'I lead a team or a department',
};

export const TRAVEL: Readonly<Record<Travel, string>> = {
  remote: 'Only work I can do from home',
  local: 'Close to home',
  commute: 'A longer journey some days',
  anywhere: 'I could move for the right work',
};

export const AVOIDANCES: Readonly<Record<Avoidance, string>> = {
  'managing-people': 'Managing people',
  'client-facing': 'Facing customers, patients or the public',
  shifts: 'Shifts, nights or weekends',
  'physical-work': 'Physically hard work',
  'screen-all-day': 'A screen all day',
  exams: 'Formal exams',
  'self-employment': 'Self-employment',
  'lower-pay': 'Earning less, even for a while',
};
