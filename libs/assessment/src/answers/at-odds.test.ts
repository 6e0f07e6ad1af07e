import { answersAtOdds } from './at-odds.js';
import type { Answers } from './answers.js';

const asked = (answers: Answers): string =>
  answersAtOdds(answers)
    .map(({ words }) => words)
    .join(' ');

describe('answers that seldom go together', () => {
  it('are asked about kindly, with where to change them', () => {
    expect(asked({ level: 'junior', years: 45 })).toContain(
      '45 years in this kind of work, and that you are starting out',
    );
    expect(asked({ payBand: '20-25', constraints: { lowestPay: 60_000 } })).toContain(
      '£60,000, is far above what you earn now',
    );
    expect(asked({ payBand: 'under-20', constraints: { lowestPay: 60_000 } })).toContain(
      'earn now, under £20,000.',
    );
    for (const [typed, meant] of [
      [22, '£22,000'],
      [199, '£199,000'],
    ] as const)
      expect(asked({ payBand: '20-25', constraints: { lowestPay: typed, avoid: ['lower-pay'] } })).toBe(
        `The lowest pay you would accept is £${typed} a year, as you wrote it. Did you mean ${meant}?`,
      );
    for (const lowestPay of [0, 200]) expect(asked({ constraints: { lowestPay } })).toBe('');
    expect(asked({ hoursPerWeek: 5, constraints: { lowestPay: 28_000 } })).toContain(
      'is that the pay of a full week?',
    );
    for (const payBand of ['under-20', '20-25'] as const)
      expect(asked({ payBand, hoursPerWeek: 5, constraints: { lowestPay: 60_000 } })).toMatch(
        /^You work 5 hours a week[^]*is that the pay of a full week\?$/,
      );
    expect(asked({ payBand: '40-50', constraints: { lowestPay: 20_000, avoid: ['lower-pay'] } })).toContain(
      'Which counts?',
    );
    expect(asked({ hoursPerWeek: 80, constraints: { hoursPerWeekForLearning: 20 } })).toContain(
      '80 hours a week, and have 20 more',
    );
    expect(answersAtOdds({ level: 'lead', years: 0 })).toEqual([
      expect.objectContaining({ page: 'about-you-work' }),
    ]);
  });

  it('are not found where answers go together, or where little was said', () => {
    expect(asked({})).toBe('');
    expect(
      asked({
        level: 'junior',
        years: 2,
        payBand: '20-25',
        hoursPerWeek: 37.5,
        constraints: { lowestPay: 24_000 },
      }),
    ).toBe('');
    expect(
      asked({
        level: 'lead',
        years: 20,
        payBand: '85-plus',
        hoursPerWeek: 48,
        constraints: { lowestPay: 80_000, avoid: ['lower-pay'] },
      }),
    ).toBe('');
    expect(asked({ hoursPerWeek: 16, payBand: 'under-20', constraints: { lowestPay: 10_000 } })).toBe('');
  });
});
