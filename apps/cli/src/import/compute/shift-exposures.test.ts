import fc from 'fast-check';
import { shiftExposures } from './shift-exposures.js';

const parts = fc
  .array(fc.record({ share: fc.integer({ min: 1, max: 100 }), exposure: fc.integer({ min: 0, max: 100 }) }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((list) => {
    const total = list.reduce((sum, { share }) => sum + share, 0);
    return list.map(({ share, exposure }) => ({ share: share / total, exposure }));
  });

describe('shifting exposures to the score', () => {
  it('gives the score exactly, inside 0 and 100, for any parts', () => {
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 100, noNaN: true }), (list, score) => {
        const exposures = shiftExposures(list, score);
        const sum = exposures.reduce(
          (total, exposure, index) => total + exposure * (list[index]?.share ?? 0),
          0,
        );
        expect(sum).toBeCloseTo(score, 9);
        for (const exposure of exposures) {
          expect(exposure).toBeGreaterThanOrEqual(0);
          expect(exposure).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('keeps the order of the parts and the distance between those that are not clipped', () => {
    const [low, middle, high] = shiftExposures(
      [
        { share: 0.4, exposure: 20 },
        { share: 0.4, exposure: 50 },
        { share: 0.2, exposure: 95 },
      ],
      60,
    );
    expect((middle ?? 0) - (low ?? 0)).toBeCloseTo(30);
    expect(high).toBe(100);
  });
});
