import type { RankedPath } from '@app/assessment';
import { thatGivesWay } from './gives-way.js';

const option = (slug: string, about: Partial<RankedPath> = {}): RankedPath => ({
  kind: 'pivot',
  slug,
  title: slug,
  rank: 1,
  matchPercent: 80,
  relation: 'adjacent',
  direction: 'less exposed',
  score: 20,
  interval: { low: 10, high: 30 },
  have: [],
  need: [],
  medianPay: 30_000,
  reasons: [],
  ...about,
});
const stay = option('own', { kind: 'stay and reshape' });
const gone = (third: Partial<RankedPath>, steps = 3): string | undefined =>
  thatGivesWay({ pivots: [option('a'), stay, option('b'), option('third', third)] }, steps)?.slug;

describe('the third path', () => {
  it.each([
    ['little of it carries over', { matchPercent: 59 }],
    ['it strains a limit', { strained: true as const }],
    ['it is paid clearly less than the trade', { medianPay: 26_000 }],
  ])('gives its page to the steps inside the trade where %s', (_name, third) => {
    expect(gone(third)).toBe('third');
    // Two steps stand beside three paths.
    expect(gone(third, 2)).toBeUndefined();
    // Who works in a place of that kind sees the step up in it.
    expect(gone({ ...third, ownPlace: true })).toBeUndefined();
  });

  it('stays where it is as good as the others, and no other path gives way', () => {
    expect(gone({ matchPercent: 60, medianPay: 27_000 })).toBeUndefined();
    expect(
      thatGivesWay({ pivots: [option('a'), stay, option('b', { matchPercent: 20 })] }, 4),
    ).toBeUndefined();
  });
});
