import type { PayBands } from '@app/labour-market';
import { payAt, percentileOf } from './pay-percentile.js';

describe('the standing in a trade', () => {
  const trade = (median: number, p75: number | null, p90: number | null) =>
    ({ median, p75, p90 }) as PayBands;
  const own = trade(66_600, 88_700, 120_400);

  it.each([
    ['below the middle', 40_000, 50],
    ['between two points', 77_650, 62.5],
    ['above the highest', 300_000, 90],
  ])('%s is %d: %d', (_name, pounds, percentile) => expect(percentileOf(own, pounds)).toBe(percentile));

  it('is paid in another trade what as high a place in it is paid, as far as that is published', () => {
    expect(payAt(trade(70_000, 96_000, null), 62.5)).toBe(83_000);
    expect(payAt(trade(70_000, 96_000, null), 90)).toBe(96_000);
    expect(payAt(trade(70_000, null, null), 62.5)).toBe(70_000);
  });
});
