import { ASIDE } from '@app/labour-market';
import { wordsOf } from '../content/question-file.js';

export const WORK_LEVEL_IDS = ['junior', 'mid', 'senior', 'lead'] as const;
export type WorkLevel = (typeof WORK_LEVEL_IDS)[number];
export const WORK_LEVELS = wordsOf('work.level', WORK_LEVEL_IDS);

const TRAVEL_IDS = ['remote', 'local', 'commute', 'anywhere'] as const;
export type Travel = (typeof TRAVEL_IDS)[number];
export const TRAVEL = wordsOf('moving.travel', TRAVEL_IDS);

/** What a step in one's own trade may bring, and what a move may. */
const AVOIDANCE_IDS = [...ASIDE, 'lower-pay'] as const;
export type Avoidance = (typeof AVOIDANCE_IDS)[number];
export const AVOIDANCES = wordsOf('moving.avoid', AVOIDANCE_IDS);

const REGION_IDS = [
  'E12000001',
  'E12000002',
  'E12000003',
  'E12000004',
  'E12000005',
  'E12000006',
  'E12000007',
  'E12000008',
  'E12000009',
  'W92000004',
  'S92000003',
  'N92000002',
] as const;
export type RegionId = (typeof REGION_IDS)[number];
/** Countries and regions of the UK by ONS code. The pay survey publishes no figures by region for Northern Ireland; pages say so. */
export const REGIONS = wordsOf('work.region', REGION_IDS);

const PAY_BAND_IDS = ['under-20', '20-25', '25-30', '30-40', '40-50', '50-65', '65-85', '85-plus'] as const;
export type PayBandId = (typeof PAY_BAND_IDS)[number];
const PAY_BAND_WORDS = wordsOf('work.payBand', PAY_BAND_IDS);

export interface PayBand {
  readonly label: string;
  readonly from: number;
  readonly to: number | null;
}
const band = (id: PayBandId, from: number, to: number | null): PayBand => ({
  label: PAY_BAND_WORDS[id],
  from,
  to,
});

/** Gross pay a year. `from` and `to` in whole pounds; the last has no top. */
export const PAY_BANDS: Readonly<Record<PayBandId, PayBand>> = {
  'under-20': band('under-20', 0, 20_000),
  '20-25': band('20-25', 20_000, 25_000),
  '25-30': band('25-30', 25_000, 30_000),
  '30-40': band('30-40', 30_000, 40_000),
  '40-50': band('40-50', 40_000, 50_000),
  '50-65': band('50-65', 50_000, 65_000),
  '65-85': band('65-85', 65_000, 85_000),
  '85-plus': band('85-plus', 85_000, null),
};
