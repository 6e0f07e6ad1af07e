import { promiseFreshFor } from './promise-freshness.js';

describe('promiseFreshFor', () => {
  it.each([
    ['2026-11-24T10:00:00Z', 300],
    ['2026-11-24T16:59:00Z', 59],
    ['2026-11-24T16:59:59Z', 0],
    ['2026-11-24T17:00:00Z', 300],
    ['2026-11-28T16:59:30Z', 300],
    ['2026-06-25T15:58:00Z', 119],
  ])('at %s is %i seconds', (now, seconds) => expect(promiseFreshFor(new Date(now))).toBe(seconds));
});
