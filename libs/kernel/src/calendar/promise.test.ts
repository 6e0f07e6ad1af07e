import fc from 'fast-check';
import { addBusinessTime, businessTimeBetween, isBusinessDay } from './business-time.js';
import { formatDayTime, inLondon } from './london.js';
import { CALENDAR_VERSION } from './bank-holidays.js';
import { DomainError } from '../domain-error.js';
import { newTimeAfter, promiseFor, unlessExhausted } from './promise.js';

const utc = (text: string): Date => new Date(text);

describe('promiseFor', () => {
  it.each([
    ['Mon 23 Nov 2026 19:44', '2026-11-23T19:44Z', '2026-11-24', '2026-11-25T18:00Z', '2026-11-26T18:00Z'],
    ['Tue 24 Nov 2026 16:59', '2026-11-24T16:59Z', '2026-11-24', '2026-11-25T18:00Z', '2026-11-26T18:00Z'],
    ['Tue 24 Nov 2026 17:00', '2026-11-24T17:00Z', '2026-11-25', '2026-11-26T18:00Z', '2026-11-27T18:00Z'],
    ['Sat 28 Nov 2026 09:00', '2026-11-28T09:00Z', '2026-11-30', '2026-12-01T18:00Z', '2026-12-02T18:00Z'],
    [
      'Fri 23 Oct 2026 12:00 BST',
      '2026-10-23T11:00Z',
      '2026-10-23',
      '2026-10-26T18:00Z',
      '2026-10-27T18:00Z',
    ],
    ['Thu 24 Dec 2026 10:00', '2026-12-24T10:00Z', '2026-12-24', '2026-12-29T18:00Z', '2026-12-30T18:00Z'],
    ['Thu 31 Dec 2026 18:00', '2026-12-31T18:00Z', '2027-01-04', '2027-01-05T18:00Z', '2027-01-06T18:00Z'],
    ['Thu 25 Mar 2027 16:59', '2027-03-25T16:59Z', '2027-03-25', '2027-03-30T17:00Z', '2027-03-31T17:00Z'],
    [
      'Fri 30 Apr 2027 09:00 BST',
      '2027-04-30T08:00Z',
      '2027-04-30',
      '2027-05-04T17:00Z',
      '2027-05-05T17:00Z',
    ],
  ])('%s', (_name, start, zero, target, promise) => {
    const result = promiseFor(utc(start));
    expect(result.businessDayZero).toBe(zero);
    expect(result.targetAt).toEqual(utc(target));
    expect(result.promiseAt).toEqual(utc(promise));
    expect(result).toMatchObject({
      calendarVersion: CALENDAR_VERSION,
      policyVersion: 'promise-1',
    });
  });

  const moment = fc.date({
    min: utc('2012-01-05T00:00Z'),
    max: utc('2028-10-01T00:00Z'),
    noInvalidDate: true,
  });

  it('always ends on a business day at 18:00 London time, after the target, after the start', () => {
    fc.assert(
      fc.property(moment, (start) => {
        const { targetAt, promiseAt } = promiseFor(start);
        expect(inLondon(promiseAt).toFormat('HH:mm')).toBe('18:00');
        expect(isBusinessDay(inLondon(promiseAt))).toBe(true);
        expect(promiseAt > targetAt && targetAt > start).toBe(true);
      }),
    );
  });

  it('never lets a later start have an earlier promise', () => {
    fc.assert(
      fc.property(moment, fc.nat(14 * 86_400_000), (start, later) => {
        expect(promiseFor(new Date(start.getTime() + later)).promiseAt >= promiseFor(start).promiseAt).toBe(
          true,
        );
      }),
    );
  });

  it('adds business time as the inverse of measuring it', () => {
    fc.assert(
      fc.property(moment, fc.nat(200 * 3_600_000), (start, duration) => {
        expect(businessTimeBetween(start, addBusinessTime(start, duration))).toBe(duration);
      }),
    );
  });
});

describe('the new time of what is late', () => {
  it.each([
    ['at the end of its day', '2026-11-26T18:00Z', '2026-11-27T18:00Z'],
    ['in a morning', '2026-11-26T09:00Z', '2026-11-27T18:00Z'],
    ['over Christmas', '2026-12-24T18:01Z', '2026-12-29T18:00Z'],
  ])('is the end of the next business day: %s', (_when, at, time) => {
    expect(newTimeAfter(utc(at))).toEqual(utc(time));
  });
});

describe('what is worked out of a calendar', () => {
  it('is nothing where the calendar does not reach, and every other fault is told', () => {
    expect(unlessExhausted(() => promiseFor(utc('2026-11-24T10:00Z')).businessDayZero)).toBe('2026-11-24');
    expect(unlessExhausted(() => promiseFor(utc('2040-01-04T10:00Z')))).toBeNull();
    const others = [
      new DomainError('order_not_found', 'no'),
      Object.assign(new Error('no'), { code: 'calendar_exhausted' }),
    ];
    for (const other of others)
      expect(() =>
        unlessExhausted(() => {
          throw other;
        }),
      ).toThrow(other);
  });

  it('carries the name of the calendar: whose, and of which month', () => {
    expect(CALENDAR_VERSION).toMatch(/^england-and-wales-20\d\d-\d\d$/);
  });
});

describe('formatDayTime', () => {
  it('says the hour as people do', () => {
    expect(formatDayTime(utc('2026-11-26T18:00Z'))).toBe('6 pm on Thursday 26 November 2026');
    expect(formatDayTime(utc('2026-06-30T10:05Z'))).toBe('11:05 am on Tuesday 30 June 2026');
  });
});
