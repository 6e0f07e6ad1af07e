import fc from 'fast-check';
import { ukJobsOfOccupations } from './uk-jobs-of-occupations.js';
import { usJobShares } from './us-job-shares.js';

describe('UK jobs of occupations', () => {
  it('splits a unit group by American jobs times weight', () => {
    const links = new Map([
      ['a', [{ code: '1111', weight: 1 }]],
      [
        'b',
        [
          { code: '1111', weight: 0.5 },
          { code: '2222', weight: 0.5 },
        ],
      ],
    ]);
    const jobs = ukJobsOfOccupations(
      links,
      new Map([
        ['1111', 400],
        ['2222', 10],
      ]),
      new Map([
        ['a', 100],
        ['b', 200],
      ]),
    );
    expect(jobs.get('a')).toBe(200);
    expect(jobs.get('b')).toBe(210);
  });

  it('never makes or loses a job of a linked unit group', () => {
    const weights = fc.array(fc.tuple(fc.constantFrom('1111', '2222'), fc.integer({ min: 1, max: 9999 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(weights, (list) => {
        const links = new Map(list.map(([code], index) => [`o${index}`, [{ code, weight: 1 }]]));
        const usJobs = new Map(list.map(([, people], index) => [`o${index}`, people]));
        const groups = new Map([
          ['1111', 1000],
          ['2222', 77],
        ]);
        const total = [...ukJobsOfOccupations(links, groups, usJobs).values()].reduce(
          (sum, jobs) => sum + jobs,
          0,
        );
        const linked = new Set<string>(list.map(([code]) => code));
        expect(total).toBeCloseTo(
          [...groups].reduce((sum, [code, jobs]) => sum + (linked.has(code) ? jobs : 0), 0),
          6,
        );
      }),
    );
  });
});

describe('American jobs by occupation', () => {
  it('splits a code evenly over its occupations and a joined code over members without a figure', () => {
    const shares = usJobShares(
      ['11-1111.00', '11-1111.01', '13-1021.00', '13-1022.00', '13-1023.00'],
      new Map([
        ['11-1111', 100],
        ['13-1020', 60],
        ['13-1023', 5],
      ]),
    );
    expect([...shares.values()]).toEqual([50, 50, 30, 30, 5]);
  });
});
