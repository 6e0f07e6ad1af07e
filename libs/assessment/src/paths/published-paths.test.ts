import { pathPoints, type RankedFacts } from './path-ranking.js';
import { PUBLISHED_PATHS } from './published-paths.js';

const NONE: RankedFacts = { matchPercent: 0, plausible: 0, gap: 0, payGain: 0, growth: 0 };

describe('the published numbers of the paths', () => {
  it('are what the ranking gives for a whole one of each, and no more however much there is', () => {
    const { weights } = PUBLISHED_PATHS;
    for (const [fact, most] of [
      [{ matchPercent: 100 }, weights.match],
      [{ plausible: 1 }, weights.plausible],
      [{ gap: 90 }, weights.exposure],
      [{ payGain: 3 }, weights.pay],
      [{ growth: 2 }, weights.growth],
      [{ interestFit: 1 }, weights.interests],
    ] as const)
      expect(pathPoints({ ...NONE, ...fact })).toBe(most);
  });
});
