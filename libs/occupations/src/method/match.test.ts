import fc from 'fast-check';
import { loadDataset } from '../dataset/index.js';
import type { ElementRating } from '../dataset/element-rating.js';
import { match } from './match.js';

const dataset = loadDataset();
const ratings = (code: string): ElementRating[] =>
  dataset.elements.map(({ id, name, kind, order }) => ({
    id,
    name,
    kind,
    importance: dataset.ratings.get(code)?.[order] ?? NaN,
  }));
const MLE = '15-1221.00';

describe('match on the shipped data', () => {
  it.each([
    [
      'biomedical engineer',
      '17-2031.00',
      67.06,
      ['Engineering and technology', 'Computers and electronics', 'Mathematics', 'Reading comprehension'],
      ['Biology', 'Medicine and dentistry', 'Chemistry', 'Quality control analysis'],
    ],
    [
      'platform engineer',
      '15-1299.08',
      88.99,
      ['Computers and electronics', 'English language', 'Reading comprehension', 'Active listening'],
      ['Quality control analysis', 'Troubleshooting', 'Communications and media'],
    ],
    [
      'clinical trials manager',
      '11-9121.00',
      75.04,
      ['English language', 'Reading comprehension', 'Active listening', 'Critical thinking'],
      ['Biology', 'Chemistry', 'Management of material resources', 'Communications and media'],
    ],
  ])('from machine learning engineer to %s', (_title, code, percent, have, need) => {
    const result = match(ratings(MLE), ratings(code));
    expect(Number(result.percent.toFixed(2))).toBe(percent);
    expect(result.have).toEqual(have);
    expect(result.need).toEqual(need);
  });
});

describe('laws of the match', () => {
  const importance = fc.integer({ min: 100, max: 500 }).map((hundredths) => hundredths / 100);
  const row = fc.array(importance, { minLength: 12, maxLength: 12 });
  const rated = (values: readonly number[]): ElementRating[] =>
    values.map((value, order) => ({
      id: `e${order}`,
      name: `Element ${order}`,
      kind: order < 6 ? 'skill' : 'knowledge',
      importance: value,
    }));

  it('everyone matches their own job whole', () => {
    fc.assert(
      fc.property(row, (values) => {
        expect(match(rated([3, ...values]), rated([3, ...values])).percent).toBeCloseTo(100);
      }),
    );
  });

  it('less overlap never gives a higher match', () => {
    fc.assert(
      fc.property(row, row, fc.nat(11), importance, (source, target, place, lower) => {
        const less = source.with(place, Math.min(source[place] ?? 1, lower));
        expect(match(rated(less), rated(target)).percent).toBeLessThanOrEqual(
          match(rated(source), rated(target)).percent,
        );
      }),
    );
  });

  it('stays within 0 and 100 and never names one element as had and needed', () => {
    fc.assert(
      fc.property(row, row, (source, target) => {
        const { percent, have, need } = match(rated(source), rated(target));
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100 + 1e-9);
        expect(have.filter((name) => need.includes(name))).toEqual([]);
        expect(Math.max(have.length, need.length)).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('counts what the source lacks as not important', () => {
    expect(match([], rated([4, 4])).percent).toBe(0);
  });
});
