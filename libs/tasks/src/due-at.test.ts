import { dueAt } from './due-at.js';

describe('a task is due', () => {
  it('in business hours from its opening, nights and weekends left out', () => {
    expect(dueAt('cancellation_notice', new Date('2026-11-27T16:00Z'))).toEqual(
      new Date('2026-11-30T11:00Z'),
    );
    expect(dueAt('complaint', new Date('2026-11-24T10:00Z'))).toEqual(new Date('2026-11-26T10:00Z'));
  });

  it('also when the calendar has ended', () => {
    expect(dueAt('delivery_failed', new Date('2190-01-01T10:00Z'))).toEqual(new Date('2190-01-01T12:00Z'));
  });
});
