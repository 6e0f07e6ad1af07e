import { retryAfterMs } from './retry-after.js';

const now = new Date('2026-11-24T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Tue, 24 Nov 2026 10:00:30 GMT', 30_000],
    ['Tue, 24 Nov 2026 09:00:00 GMT', 0],
    [null, null],
    ['', null],
    ['-5', null],
    ['soon', null],
    ['1e9', null],
    ['Tue, never', null],
  ])('%j is %j milliseconds', (header, wait) => {
    expect(retryAfterMs(header, now)).toBe(wait);
  });
});
