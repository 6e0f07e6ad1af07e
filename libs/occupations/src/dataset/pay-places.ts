import type { Dataset, PayBand, PayLevel } from './types.js';

/** A published band that may answer for a unit group. */
export interface PayPlace {
  readonly band: PayBand;
  readonly level: PayLevel;
  /** Source id in the data set. */
  readonly source: 'ashe' | 'ashe2024';
}

type Pay = Pick<Dataset, 'pay' | 'pay2024' | 'majorGroupPay'>;

/** Where to look for a unit group's pay, nearest first: itself, itself a year earlier, then level by level up. The one rule behind every figure of pay. */
export function payPlacesFor({ pay, pay2024, majorGroupPay }: Pay, code: string): PayPlace[] {
  const place = (band: PayBand | undefined, level: PayLevel, source: PayPlace['source']): PayPlace[] =>
    band ? [{ band, level, source }] : [];
  return [
    ...place(pay.get(code), 'unit', 'ashe'),
    ...place(pay2024.get(code), 'unit', 'ashe2024'),
    ...place(pay2024.get(code.slice(0, 3)), 'minor', 'ashe2024'),
    ...place(pay2024.get(code.slice(0, 2)), 'sub-major', 'ashe2024'),
    ...place(majorGroupPay.get(code.slice(0, 1)), 'major', 'ashe'),
  ];
}

/** Full-time median of a unit group as pages print it, whole pounds a year; undefined when nothing is published at any level. */
export const printedMedian = (dataset: Pay, code: string): number | undefined =>
  payPlacesFor(dataset, code).find(({ band }) => band.median !== undefined)?.band.median;
