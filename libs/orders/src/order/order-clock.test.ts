import fc from 'fast-check';
import { clockStartOf, expectedFor, waitEndsAt } from './order-clock.js';

describe('the end of the cancellation period', () => {
  it.each([
    ['in the morning', '2026-11-24T09:00:00Z', '2026-12-09T00:00:00Z'],
    ['a minute before midnight', '2026-11-24T23:59:00Z', '2026-12-09T00:00:00Z'],
    ['across the end of summer time', '2026-10-20T12:00:00Z', '2026-11-04T00:00:00Z'],
    ['just after midnight in summer', '2027-06-01T23:30:00Z', '2027-06-16T23:00:00Z'],
    ['across the start of summer time', '2027-03-20T12:00:00Z', '2027-04-03T23:00:00Z'],
  ])('is midnight after the 14th London day, paid %s', (_when, paidAt, ends) => {
    expect(waitEndsAt(new Date(paidAt)).toISOString()).toBe(new Date(ends).toISOString());
  });
});

describe('the clock', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-06-01'), noInvalidDate: true });

  it('starts at the latest of what it waits for', () => {
    fc.assert(
      fc.property(
        moments,
        moments,
        moments,
        fc.boolean(),
        (paidAt, answersCompleteAt, confirmationAcceptedAt, wait) => {
          const start = clockStartOf({
            state: 'paid',
            paidAt,
            answersCompleteAt,
            confirmationAcceptedAt,
            waitEndsAt: wait ? waitEndsAt(paidAt) : null,
          });
          const waited = [
            paidAt,
            answersCompleteAt,
            confirmationAcceptedAt,
            ...(wait ? [waitEndsAt(paidAt)] : []),
          ];
          expect(start).not.toBeNull();
          for (const moment of waited) expect(start && start >= moment).toBe(true);
          expect(waited.some((moment) => moment.getTime() === start?.getTime())).toBe(true);
        },
      ),
    );
  });

  it.each(['paidAt', 'answersCompleteAt', 'confirmationAcceptedAt'] as const)(
    'does not start without %s',
    (missing) => {
      const at = new Date('2026-11-24T10:00:00Z');
      const facts = {
        state: 'paid' as const,
        waitEndsAt: null,
        paidAt: at,
        answersCompleteAt: at,
        confirmationAcceptedAt: at,
      };
      expect(clockStartOf({ ...facts, [missing]: null })).toBeNull();
      expect(clockStartOf({ ...facts, state: 'cancelled' })).toBeNull();
    },
  );
});

describe('by when a paid order would be there if nothing came between', () => {
  const paidAt = new Date('2026-11-24T10:00:00Z');

  it('is the promise as of the latest of payment, answers and wait', () => {
    expect(expectedFor(paidAt, { answersCompleteAt: paidAt, waitEndsAt: null })).toEqual(
      new Date('2026-11-26T18:00:00Z'),
    );
    expect(expectedFor(paidAt, { answersCompleteAt: paidAt, waitEndsAt: waitEndsAt(paidAt) })).toEqual(
      new Date('2026-12-11T18:00:00Z'),
    );
  });

  it('is not known past the end of the calendar', () => {
    const last = new Date('2028-12-29T20:00:00Z');
    expect(expectedFor(last, { answersCompleteAt: last, waitEndsAt: null })).toBeNull();
  });
});
