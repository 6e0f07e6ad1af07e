import { boxStrip } from '@app/charts';
import type { PayBands } from '@app/labour-market';
import { type ChartView, chartView } from './chart-view.js';

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
const roundly = (amount: number): string => pounds.format(Math.round(amount / 100) * 100);
/** On the axis and on a phone thousands are enough. */
const thousands = (amount: number): string => `£${Math.round(amount / 1_000)}k`;

/** Somebody's own pay, pounds a year. */
export interface OwnPay {
  readonly from: number;
  /** Null at the open end. */
  readonly to: number | null;
}

/** Full-time pay of a UK group as a strip: the middle eight tenths, the middle half, the middle; and where somebody stands who said. */
export function payChart(pay: PayBands, label: string, own?: OwnPay): ChartView {
  const known = (amount: number | null): number | undefined => amount ?? undefined;
  const points = { p10: pay.p10, p25: pay.p25, median: pay.median, p75: pay.p75, p90: pay.p90 };
  const row = Object.fromEntries(
    Object.entries(points).flatMap(([point, amount]) => (amount === null ? [] : [[point, known(amount)]])),
  );
  return chartView((width) =>
    boxStrip({
      title: `Full-time pay a year before tax: ${label}`,
      rows: [{ label: width < 560 ? 'The group' : label, ...row }],
      ...(own && {
        you: {
          label: 'You',
          range: { low: own.from, high: own.to ?? Math.max(own.from, pay.p90 ?? own.from) },
        },
      }),
      format: width < 560 ? thousands : roundly,
      width,
      row: 52,
    }),
  );
}
