import { DATA_FOLDER, loadDataset } from './index.js';
import { atLeastHalfEarn, payPlacesFor, printedMedian } from './pay-places.js';
import type { PayBand } from './types.js';

const dataset = loadDataset(DATA_FOLDER);
const bands = (...list: PayBand[]): Map<string, PayBand> => new Map(list.map((band) => [band.code, band]));

/** The median printed for 1111, whose minor group has a median of £40,000 and a mean of £44,000. @param own what is published of it; @param beside the median of the one other unit group */
const medianWith = (own: Omit<PayBand, 'code'>, beside = 41_000): number | undefined =>
  printedMedian(
    {
      pay: bands({ code: '1111', ...own }, { code: '1112', median: beside }),
      pay2024: bands({ code: '111', median: 40_000, mean: 44_000 }, { code: '1113', median: 40_000 }),
      majorGroupPay: new Map(),
    },
    '1111',
  );

describe('where pay of a unit group is looked for', () => {
  it.each([
    ['nothing', {}, 40_000],
    ['a mean like the wider group’s', { mean: 46_000 }, 40_000],
    ['a mean far above', { mean: 104_000 }, undefined],
    ['a mean far below', { mean: 30_000 }, undefined],
    ['two fifths under a lower pay', { between: { p40: 38_000 } }, 40_000],
    ['two fifths under a higher pay', { between: { p40: 42_000 } }, undefined],
    ['a quarter over a lower pay', { p75: 39_000 }, undefined],
    ['its own median', { median: 90_000, mean: 104_000 }, 90_000],
  ])('takes the wider group’s median only where nothing speaks against it: %s', (_, own, expected) => {
    expect(medianWith(own)).toBe(expected);
  });

  it('takes none of a wider group whose unit groups are paid far apart', () => {
    expect(medianWith({}, 59_000)).toBe(40_000);
    expect(medianWith({}, 61_000)).toBeUndefined();
  });

  it('prints no median that a published percentile of the group itself rules out', () => {
    for (const code of dataset.unitGroups.keys()) {
      const median = printedMedian(dataset, code);
      const least = atLeastHalfEarn(dataset, code);
      if (median !== undefined && least !== undefined)
        expect([code, median]).toEqual([code, Math.max(median, least)]);
    }
    for (const code of ['1135', '1258', '2253', '3512', '8215'])
      expect([code, printedMedian(dataset, code)]).toEqual([code, undefined]);
    expect(printedMedian(dataset, '3311')).toBe(dataset.pay2024.get('331')?.median);
  });

  it('knows what at least half earn where the median alone is withheld', () => {
    expect(atLeastHalfEarn(dataset, '1258')).toBe(dataset.pay.get('1258')?.between?.['p40']);
    expect(atLeastHalfEarn(dataset, '2237')).toBeUndefined();
    expect(atLeastHalfEarn(dataset, '1135')).toBeUndefined();
  });

  it('still lends outer points to a group that has a median of its own', () => {
    expect(payPlacesFor(dataset, '2237').map(({ level }) => level)).toContain('minor');
  });
});
