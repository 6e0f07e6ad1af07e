import fc from 'fast-check';
import { amountOf } from './amount.js';

const PAY = '£ a year before tax';

it.each([
  ['30000', PAY, 30_000],
  ['30,000', PAY, 30_000],
  ['30 000', PAY, 30_000],
  ['£30,000', PAY, 30_000],
  ['30k', PAY, 30_000],
  ['£30K', PAY, 30_000],
  ['28.5k', PAY, 28_500],
  ['30 grand', PAY, 30_000],
  ['about 30k a year', PAY, 30_000],
  ['£28,000 p.a.', PAY, 28_000],
  ['£28,000 per year before tax', PAY, 28_000],
  ['thirty thousand pounds', PAY, 30_000],
  ['37.5', 'hours a week', 37.5],
  ['37.5 hours', 'hours a week', 37.5],
  ['16 hrs a week', 'hours a week', 16],
  ['6 months', 'months', 6],
  ['two years', 'years', 2],
  ['15 per cent', '%', 15],
  ['15 %', '%', 15],
  ['15%', '%', 15],
  ['-5', '', -5],
  ['thirty', '', 30],
  ['Six', '', 6],
  ['zero', '', 0],
  ['twenty-five', '', 25],
  ['twenty-five thousand five hundred', '', 25_500],
  ['a hundred', '', 100],
  ['one hundred and twenty', '', 120],
  ['thirty-seven and a half', '', 37.5],
])('reads %j (%s) as %d', (typed, around, value) => {
  expect(amountOf(typed, around)).toBe(value);
});

it.each([
  ['two years', 'months'],
  ['2 weeks', 'months'],
  ['2000 a month', PAY],
  ['£12 an hour', PAY],
  ['8 hours a day', 'hours a week'],
  ['£30', 'months'],
  ['30-40', PAY],
  ['30 to 40', PAY],
  ['1.234.567', PAY],
  ['3,0000', PAY],
  ['thirty forty', ''],
  ['five six', ''],
  ['lots', ''],
  ['k', PAY],
  ['and', ''],
  ['£', PAY],
  ['', ''],
  ['1e5', ''],
  ['٣٠', ''],
])('guesses nothing of %j (%s)', (typed, around) => {
  expect(amountOf(typed, around)).toBeNaN();
});

it('reads every whole number however it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), (value) => {
      expect(amountOf(String(value))).toBe(value);
      expect(amountOf(`£${value.toLocaleString('en-GB')}`, PAY)).toBe(value);
    }),
  );
});
