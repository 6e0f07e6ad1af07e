import fc from 'fast-check';
import { orderKeptUntil, orderRecordsEndBefore, plusMonths } from './retention.js';

describe('how long an order is kept', () => {
  it.each([
    ['2026-11-24T10:00:00Z', '2033-03-31T22:59:59.999Z'],
    // The last moment of the financial year, and the first of the next; London is an hour ahead by then.
    ['2027-03-31T22:59:59Z', '2033-03-31T22:59:59.999Z'],
    ['2027-03-31T23:00:00Z', '2034-03-31T22:59:59.999Z'],
  ])('money that moved at %s is on record until %s', (moved, until) => {
    expect(orderKeptUntil(new Date(moved)).toISOString()).toBe(until);
  });

  it('is never less than six years, never seven, and the query agrees', () => {
    const moments = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, moments, (moved, now) => {
        const until = orderKeptUntil(moved);
        expect(until >= plusMonths(moved, 72)).toBe(true);
        expect(until <= plusMonths(moved, 85)).toBe(true);
        expect(moved < orderRecordsEndBefore(now)).toBe(until < now);
      }),
    );
  });
});
