import { longestInterval } from './schedule.js';

it.each([
  ['*/5 * * * *', 300],
  ['40 7 * * *', 86_400],
  ['0 9-17 * * *', 16 * 3_600],
  ['0 6 * * 1', 7 * 86_400],
  ['0 6 1 * *', 31 * 86_400],
])('the longest time between two ticks of %s is %i seconds', (pattern, seconds) => {
  expect(longestInterval(pattern)).toBe(seconds);
});

it('a pattern that ticks once a year is refused, since nothing would watch over it', () => {
  expect(() => longestInterval('0 6 24 12 *')).toThrow('less than once a month');
});
