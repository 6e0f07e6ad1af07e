import { freyOsborneBySoc2018 } from './frey-osborne-codes.js';

describe('the printed probabilities by SOC 2018', () => {
  const printed = new Map([
    ['29-1111', 0.009],
    ['15-1799', 0.22],
    ['15-1111', 0.015],
    ['25-1000', 0.032],
    ['43-9011', 0.78],
  ]);

  it('reads registered nurses, printed under their code of 2000, as 29-1141', () => {
    expect(freyOsborneBySoc2018(printed, new Map([['29-1141', ['29-1141']]])).get('29-1141')).toBe(0.009);
  });

  it('does not take today’s 29-1111 or other members for nurses', () => {
    expect(freyOsborneBySoc2018(printed, new Map([['29-1151', ['29-1151']]])).has('29-1151')).toBe(false);
  });

  it('spreads a joined code over its members', () => {
    expect(freyOsborneBySoc2018(printed, new Map([['25-1052', ['25-1052']]])).get('25-1052')).toBe(0.032);
  });

  it('takes the mean of several codes behind one', () => {
    const parents = new Map([['15-1299', ['15-1199', '43-9011']]]);
    expect(freyOsborneBySoc2018(printed, parents).get('15-1299')).toBeCloseTo(0.5);
  });

  it('reads data scientists, who did not exist in 2013, as other computer occupations', () => {
    expect(freyOsborneBySoc2018(printed, new Map([['15-2051', ['15-2099']]])).get('15-2051')).toBe(0.22);
  });

  it('leaves out what the paper does not cover', () => {
    expect(freyOsborneBySoc2018(printed, new Map([['11-1031', ['11-1031']]])).size).toBe(0);
  });
});
