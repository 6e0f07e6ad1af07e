import fc from 'fast-check';
import { orderKeptUntil, orderRecordsEndBefore, plusDays, plusMonths } from './retention.js';

describe('how long an order is kept', () => {
  it.each([
    ['2026-11-24T10:00:00Z', '2033-03-31T22:59:59.999Z'],
    // The last moment of the financial year, and the first of the next; London is an hour ahead by then.
    ['2027-03-31T22:59:59Z', '2033-03-31T22:59:59.999Z'],
    ['2027-03-31T23:00:00Z', '2034-03-31T22:59:59.999Z'],
  ])('money that moved at %s is on record until %s', (moved, until) => {
    expect(orderKeptUntil(new Date(moved)).toISOString()).toBe(until);
  });

  it('ends at the last moment of 31 March, to the millisecond', () => {
    const lastMoment = new Date('2027-03-31T22:59:59.999Z');
    expect(orderKeptUntil(lastMoment).toISOString()).toBe('2033-03-31T22:59:59.999Z');
    // Six years later: in the last moment it is still kept, in the next it is not.
    const until = orderKeptUntil(lastMoment);
    expect(lastMoment < orderRecordsEndBefore(until)).toBe(false);
    expect(lastMoment < orderRecordsEndBefore(new Date(until.getTime() + 1))).toBe(true);
    expect(orderRecordsEndBefore(until).toISOString()).toBe('2026-03-31T23:00:00.000Z');
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

describe('days and months', () => {
  it('are of the London calendar: a change of clocks and a short month move nothing', () => {
    expect(plusDays(new Date('2026-10-24T11:00Z'), 1).toISOString()).toBe('2026-10-25T12:00:00.000Z');
    expect(plusDays(new Date('2026-11-24T12:00Z'), 30).toISOString()).toBe('2026-12-24T12:00:00.000Z');
    expect(plusMonths(new Date('2027-01-31T12:00Z'), 1).toISOString()).toBe('2027-02-28T12:00:00.000Z');
  });
});
