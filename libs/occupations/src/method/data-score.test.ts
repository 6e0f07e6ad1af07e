import { dataScore, fitLine, scoreFromLine } from './data-score.js';

describe('the data score', () => {
  it('gives the reference occupations from data alone', () => {
    expect(dataScore(0.5, 0.015)).toBeCloseTo(34.7, 1);
    expect(dataScore(0.38095, 0.009)).toBeCloseTo(26.4, 1);
    expect(dataScore(0.59375, 0.22)).toBeCloseTo(47.6, 1);
  });

  it('runs from 0 to 100', () => {
    expect(dataScore(0, 0)).toBe(0);
    expect(dataScore(1, 1)).toBe(100);
  });
});

describe('the line for occupations without F', () => {
  it('finds a line that is there and leaves nothing', () => {
    const line = fitLine([0.1, 0.4, 0.5, 0.9].map((g) => ({ g, score: 5 + 80 * g })));
    expect(line.intercept).toBeCloseTo(5);
    expect(line.slope).toBeCloseTo(80);
    expect(line.residual).toBeCloseTo(0);
  });

  it('stays within 0 and 100', () => {
    expect(scoreFromLine({ intercept: 5, slope: 200, residual: 1 }, 0.9)).toBe(100);
    expect(scoreFromLine({ intercept: -50, slope: 10, residual: 1 }, 0.1)).toBe(0);
  });
});
