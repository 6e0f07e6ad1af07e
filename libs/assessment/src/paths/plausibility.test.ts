import { isOfTheirTrade, NEAREST, plausibility } from './plausibility.js';
import { pathPoints } from './path-ranking.js';

const pointsAt = (place: number, matchPercent: number): number =>
  pathPoints({ matchPercent, plausible: plausibility(place), gap: 0, payGain: 0, growth: 0 });

describe('how plausible a move is by its place in the editors’ list', () => {
  it('falls with every place, from one, and never to nothing', () => {
    const places = Array.from({ length: 9 }, (_, place) => plausibility(place));
    expect(places[0]).toBe(1);
    expect(places.every((one, index) => index === 0 || one < (places[index - 1] ?? 0))).toBe(true);
    expect(plausibility(30)).toBeGreaterThan(0.5);
  });

  it('puts a move that stays with their employer or trade before the first of the list, where their own title says so', () => {
    const move = { trades: ['gp', 'surgery'] };
    expect([isOfTheirTrade(move, 'GP receptionist'), isOfTheirTrade(move, 'Hotel receptionist')]).toEqual([
      true,
      false,
    ]);
    expect([isOfTheirTrade(move, undefined), isOfTheirTrade({}, 'GP receptionist')]).toEqual([false, false]);
    expect(NEAREST).toBeGreaterThan(plausibility(0));
  });

  it('lets a first move stand before one at the seventh place that the skills match far better', () => {
    expect(pointsAt(0, 50)).toBeGreaterThan(pointsAt(6, 95));
    expect(pointsAt(0, 50)).toBeLessThan(pointsAt(1, 95));
  });
});
