import { newId } from '@app/kernel';
import { atRiskUntil } from './at-risk.js';
import { CLAIM_IDLE, lapsedBefore } from './claim-expiry.js';
import { keptFor } from './kept-for.js';

const HOUR = 3_600_000;
/** Tuesday 09:00 in London. */
const now = new Date('2026-11-24T09:00Z');
const [ada, grace] = [newId(), newId()];
const later = (hours: number): Date => new Date(now.getTime() + hours * HOUR);
const given = { givenTo: ada, givenBy: grace, givenAt: later(-30), promiseAt: later(4.5) };

describe('what is kept for somebody', () => {
  it('a colleague was given: until four business hours before its promise, however long ago', () => {
    expect(keptFor(given, now)).toBe(ada);
    expect(keptFor({ ...given, promiseAt: later(4) }, now)).toBeNull();
    expect(keptFor({ ...given, promiseAt: later(-1) }, now)).toBeNull();
  });

  it('somebody took: for two hours, however near its promise is', () => {
    const taken = { ...given, givenBy: ada, promiseAt: later(-1) };
    expect(keptFor({ ...taken, givenAt: new Date(later(-2).getTime() + 1) }, now)).toBe(ada);
    expect(keptFor({ ...taken, givenAt: later(-2) }, now)).toBeNull();
  });

  it('nobody was given: for nobody', () => {
    expect(keptFor({ ...given, givenTo: null }, now)).toBeNull();
    expect(keptFor({ ...given, givenAt: null }, now)).toBeNull();
    expect(keptFor({ ...given, givenTo: null, givenBy: null, givenAt: now }, now)).toBeNull();
  });
});

describe('a claim', () => {
  it('lapses two hours after its holder last touched it', () => {
    expect(CLAIM_IDLE).toBe(2 * HOUR);
    expect(lapsedBefore(now)).toEqual(later(-2));
  });
});

describe('what is at risk', () => {
  it('is promised within four business hours', () => {
    expect(atRiskUntil(now)).toEqual(later(4));
    expect(atRiskUntil(new Date('2026-11-27T16:00Z'))).toEqual(new Date('2026-11-30T11:00Z'));
  });

  it('is, past the last year of the calendar, only what is due already', () => {
    const far = new Date('2099-01-05T09:00Z');
    expect(atRiskUntil(far)).toEqual(far);
  });
});
