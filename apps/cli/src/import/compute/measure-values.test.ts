import { iloExposure } from './measure-values.js';

describe('ILO exposure', () => {
  const ilo = new Map([
    ['1000', 0.2],
    ['2000', 0.6],
    ['3000', 0.9],
  ]);
  const links = [{ code: '1111', weight: 1 }];
  const isco = new Map([
    [
      '1111',
      new Map([
        ['1000', 3],
        ['2000', 1],
      ]),
    ],
  ]);

  it('keeps to the groups that chain and UK unit groups share', () => {
    expect(iloExposure(['2000', '3000'], links, isco, ilo)).toBeCloseTo(0.6);
  });

  it('falls back on the unit groups by their index entries', () => {
    expect(iloExposure(['3000'], links, isco, ilo)).toBeCloseTo(0.3);
  });

  it('is absent without a link', () => {
    expect(iloExposure(['3000'], [], isco, ilo)).toBeUndefined();
  });
});
