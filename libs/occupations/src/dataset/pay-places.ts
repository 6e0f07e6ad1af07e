import type { Dataset, PayBand, PayLevel } from './types.js';

/** A published band that may answer for a unit group. */
export interface PayPlace {
  readonly band: PayBand;
  readonly level: PayLevel;
  /** Source id in the data set. */
  readonly source: 'ashe' | 'ashe2024';
}

type Pay = Pick<Dataset, 'pay' | 'pay2024' | 'majorGroupPay'>;

/** Unit groups of a wider group whose medians lie further apart than this say nothing of one that is not published. */
const MOST_APART = 1.5;
/** A mean of the unit group's own further than this from the wider group's shows that it is paid otherwise. */
const MEANS_APART = 0.2;

/**
 * Where to look for a unit group's pay, nearest first: itself, itself a year earlier, then level by level up. The one rule behind every
 * figure of pay. Where a unit group has no median of its own, a wider group that is paid otherwise does not answer for it: directors of
 * consultancies are not paid as managers of gyms, who stand in the same minor group.
 */
export function payPlacesFor(pay: Pay, code: string): PayPlace[] {
  const place = (band: PayBand | undefined, level: PayLevel, source: PayPlace['source']): PayPlace[] =>
    band ? [{ band, level, source }] : [];
  const own = [
    ...place(pay.pay.get(code), 'unit', 'ashe'),
    ...place(pay.pay2024.get(code), 'unit', 'ashe2024'),
  ];
  const wider = [
    ...place(pay.pay2024.get(code.slice(0, 3)), 'minor', 'ashe2024'),
    ...place(pay.pay2024.get(code.slice(0, 2)), 'sub-major', 'ashe2024'),
    ...place(pay.majorGroupPay.get(code.slice(0, 1)), 'major', 'ashe'),
  ];
  const hasMedian = own.some(({ band }) => band.median !== undefined);
  return [...own, ...wider.filter(({ band }) => hasMedian || isPaidAlike(pay, own, band))];
}

/** Full-time median of a unit group as pages print it, whole pounds a year; undefined when nothing is published that may answer for it. */
export const printedMedian = (dataset: Pay, code: string): number | undefined =>
  payPlacesFor(dataset, code).find(({ band }) => band.median !== undefined)?.band.median;

/** The highest percentile under the middle that is published of a unit group without a median: at least half earn more. Whole pounds a year. */
export const atLeastHalfEarn = ({ pay }: Pick<Dataset, 'pay'>, code: string): number | undefined => {
  const band = pay.get(code);
  return band?.median === undefined ? (band?.between?.p40 ?? band?.between?.p30 ?? band?.p25) : undefined;
};

/** Whether a wider group is paid as a unit group is, as far as anything is published of it: no percentile or mean of its own, nor the groups beside it, speak against it. */
function isPaidAlike(
  { pay, pay2024 }: Pay,
  own: readonly PayPlace[],
  { code, median, mean = median }: PayBand,
): boolean {
  if (median === undefined || mean === undefined) return true;
  const known = own.flatMap(({ band: { p10, p25, p75, p90, between } }) =>
    Object.entries({ p10, p25, p75, p90, ...between }).flatMap(([figure, pounds]) =>
      pounds === undefined ? [] : [{ percentile: Number(figure.slice(1)), pounds }],
    ),
  );
  const crossed = known.some(({ percentile, pounds }) =>
    percentile < 50 ? pounds > median : pounds < median,
  );
  const apart = own.some(
    ({ band }) => band.mean !== undefined && Math.abs(band.mean / mean - 1) > MEANS_APART,
  );
  const beside = [...new Set([...pay.keys(), ...pay2024.keys()])]
    .filter((unit) => unit.length === 4 && unit.startsWith(code))
    .flatMap((unit) => pay.get(unit)?.median ?? pay2024.get(unit)?.median ?? []);
  return !crossed && !apart && Math.max(...beside) <= MOST_APART * Math.min(...beside);
}
