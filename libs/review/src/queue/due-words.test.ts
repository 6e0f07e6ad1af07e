import { relativeWords, shortDayTime } from './due-words.js';

const due = new Date('2026-11-26T18:00Z');
const from = (now: string): string => relativeWords(due, new Date(now));

describe('the due time', () => {
  it('is absolute in London time, summer and winter', () => {
    expect(shortDayTime(due)).toBe('Thu 26 Nov 18:00');
    expect(shortDayTime(new Date('2027-03-31T17:00Z'))).toBe('Wed 31 Mar 18:00');
    expect(shortDayTime(new Date('2026-11-26T00:05Z'))).toBe('Thu 26 Nov 00:05');
  });

  it.each([
    ['2026-11-26T14:50Z', 'in 3 h 10 m'],
    ['2026-11-26T17:59:30Z', 'in under a minute'],
    ['2026-11-25T17:00Z', 'in 1 working day 1 h'],
    ['2026-11-25T20:00Z', 'in 1 working day'],
    ['2026-11-24T09:00Z', 'in 3 working days'],
    ['2026-11-25T23:00Z', 'in 1 working day'],
    ['2026-11-26T16:00Z', 'in 2 h'],
    ['2026-11-26T17:15Z', 'in 45 m'],
    ['2026-11-26T18:00Z', 'under a minute late'],
    ['2026-11-26T18:07Z', '7 m late'],
    ['2026-11-27T18:00Z', '1 day late'],
    ['2026-11-26T20:05Z', '2 h 5 m late'],
    ['2026-11-28T21:00Z', '2 days 3 h late'],
  ])('at %s it is %s', (now, words) => {
    expect(from(now)).toBe(words);
  });

  it('is working time where the night lies between', () => {
    expect(relativeWords(new Date('2026-11-26T10:00Z'), new Date('2026-11-25T17:00Z'))).toBe(
      'in 2 h of working time',
    );
    expect(relativeWords(new Date('2026-11-26T09:00Z'), new Date('2026-11-25T09:00Z'))).toBe(
      'in 1 working day',
    );
    // In summer London is an hour ahead: 22:30 UTC is still the day before, 23:30 is not.
    expect(relativeWords(new Date('2027-06-02T10:00Z'), new Date('2027-06-01T22:30Z'))).toBe(
      'in 2 h of working time',
    );
    expect(relativeWords(new Date('2027-06-02T10:00Z'), new Date('2027-06-01T23:30Z'))).toBe('in 10 h 30 m');
  });

  it('is real time past the last year of the calendar', () => {
    expect(relativeWords(new Date('2099-01-07T12:00Z'), new Date('2099-01-05T09:00Z'))).toBe('in 2 days 3 h');
  });

  it('leaves the weekend out', () => {
    expect(relativeWords(new Date('2026-11-30T18:00Z'), new Date('2026-11-27T17:00Z'))).toBe(
      'in 1 working day 1 h',
    );
  });
});
