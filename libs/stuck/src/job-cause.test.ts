import { causeOf, jobGroups } from './job-cause.js';

const job = (id: string, name: string, lastError: string | null, day: number) => ({
  id,
  name,
  lastError,
  payload: {},
  attempts: 5,
  failedAt: new Date(Date.UTC(2026, 10, day)),
});

describe('the cause of a failed job', () => {
  it('is its first line without ids, references and numbers', () => {
    expect(
      causeOf('Order 0190a1b2-0000-4000-8000-00000000000f (PW-7K3M-9QXT) of pi_3Nabc123 took 31 s\n at x'),
    ).toBe('Order … (…) of … took … s');
    expect(causeOf(null)).toBe('No words were kept.');
  });

  it('groups jobs of one name and cause, the group with the oldest failure first', () => {
    const groups = jobGroups([
      job('3', 'a.b', 'Timed out after 31 s', 3),
      job('2', 'a.c', 'Timed out after 30 s', 2),
      job('1', 'a.b', 'Timed out after 30 s', 1),
      job('4', 'a.b', 'Refused', 4),
    ]);
    expect(groups.map(({ name, jobs }) => [name, jobs.map(({ id }) => id)])).toEqual([
      ['a.b', ['1', '3']],
      ['a.c', ['2']],
      ['a.b', ['4']],
    ]);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(3);
  });
});
