import { brokenLimits } from './hard-limits.js';

describe('hard limits', () => {
  const facts = {
    expectedPay: 10_394,
    medianPay: 10_394,
    leastByLaw: 10_300,
    awayFromHome: false,
    payNow: 10_000,
    route: undefined,
    months: { from: 6, to: 6 },
    zonesUp: 0,
    clashes: [],
    usualEmployers: undefined,
    written: true,
  };

  it.each([
    [
      'pay at their hours below the floor',
      {},
      { lowestPay: 11_000 },
      'about £10,394 a year; you need £11,000',
    ],
    ['pay at their hours above the floor', {}, { lowestPay: 10_000 }, null],
    [
      'longer preparation than named',
      { months: { from: 18, to: 18 } },
      { monthsToTrain: 12 },
      'about 18 months of preparation before the first pay; you named 12',
    ],
    [
      'a longer apprenticeship than named',
      { months: { from: 36, to: 36 }, paid: true },
      { monthsToTrain: 12 },
      'about 36 months of paid training; you named 12',
    ],
    [
      'a usual way longer than named, though the quickest is not',
      { months: { from: 24, to: 60 } },
      { monthsToTrain: 24 },
      'about 38 months of preparation before the first pay; you named 24',
    ],
    [
      'a usual way that fits in, though the longest does not',
      { months: { from: 6, to: 24 } },
      { monthsToTrain: 12 },
      null,
    ],
    [
      'a second degree when nothing was named',
      { months: { from: 60, to: 84 } },
      {},
      '60 months of preparation or more before the first pay; more than a first degree',
    ],
    [
      'lower pay when that is to be avoided',
      { payNow: 12_000 },
      { avoid: ['lower-pay'] },
      'less than you earn now',
    ],
    [
      'days from home when they asked to stay near',
      { awayFromHome: true },
      { travel: 'local' },
      'you asked to stay near',
    ],
    [
      'what they asked to avoid',
      { clashes: ['physical-work'] },
      {},
      'You asked to avoid physically hard work',
    ],
    [
      'work of one’s own when that is to be avoided',
      { usualEmployers: 'Most are self-employed.' },
      { avoid: ['self-employment'] },
      'work for themselves',
    ],
    [
      'shifts and weekends when they asked to avoid them',
      { unsocialHours: true },
      { avoid: ['shifts'] },
      'work shifts, evenings or weekends',
    ],
    [
      'two steps up that no editor wrote',
      { zonesUp: 2, written: false },
      {},
      'two or more steps of preparation',
    ],
    [
      'pay under the law for their hours',
      { leastByLaw: 10_605 },
      {},
      'is under the £10,605 that the law asks for your hours',
    ],
    [
      'money of their own that they do not have',
      { ownCost: 1200 },
      { budget: 500 },
      'costs £1,200 or more of your own money, and you named £500',
    ],
    ['money that they have', { ownCost: 400 }, { budget: 500 }, null],
    ['pay that is not known', { expectedPay: undefined, medianPay: undefined }, { lowestPay: 90_000 }, null],
  ] as const)('%s', (_name, change, limits, says) => {
    const broken = brokenLimits({ ...facts, ...change }, limits);
    expect(broken).toEqual(says === null ? [] : [expect.stringContaining(says)]);
  });
});
