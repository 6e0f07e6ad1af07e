import fc from 'fast-check';
import { runs } from '@app/testing';
import { Catalogue } from '../catalogue.js';
import {
  pageHistory,
  readScoreHistory,
  recordedScores,
  type ScoreStep,
  unrecorded,
} from './score-history.js';

const catalogue = Catalogue.load();
const shipped = readScoreHistory();
const running = new Map(catalogue.all().map(({ slug, score }) => [slug, Math.round(score)]));

const scores = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
);
const steps = fc
  .array(fc.record({ scores, part: fc.constantFrom('world' as const, 'method' as const) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drawn) =>
    drawn.map(({ scores, part }, index): ScoreStep => {
      const date = `2027-01-${String(10 + index)}`;
      return {
        date,
        dataset: '30.2',
        model: '2.0',
        part: index === 0 ? null : part,
        why: `step ${index}`,
        scores,
      };
    }),
  );

describe('the history of published scores', () => {
  it('ends at the scores that run: none moves without being recorded (npm run cli -- catalogue record)', () => {
    expect(unrecorded(shipped, running)).toEqual({});
  });

  it('law: the world and the method sum to every change, and all changes to the score of today', () => {
    fc.assert(
      fc.property(steps, (drawn) => {
        const now = recordedScores(drawn);
        for (const slug of ['a', 'b', 'c']) {
          const history = pageHistory(drawn, slug);
          expect(history?.now).toBe(now.get(slug));
          for (const { before, after, world, method } of history?.changes ?? [])
            expect(world + method).toBe(after - before);
          const moved = history?.changes.reduce((sum, { world, method }) => sum + world + method, 0);
          if (history) expect(history.first.score + (moved ?? NaN)).toBe(history.now);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('law: what is not recorded yet, once recorded, is', () => {
    const others = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(steps, others, (drawn, next) => {
        const now = new Map(Object.entries(next));
        const step: ScoreStep = { ...(drawn[0] as ScoreStep), part: 'world', scores: unrecorded(drawn, now) };
        expect(unrecorded([...drawn, step], now)).toEqual({});
      }),
      { numRuns: runs(200) },
    );
  });

  it('tells of a page that kept its address what the British catalogue changed, and of a new one when it began', () => {
    expect(pageHistory(shipped, 'plasterers')).toMatchObject({
      first: { date: '2026-11-24', score: 29 },
      changes: [{ date: '2026-11-30', before: 29, after: 12, world: 0, method: -17 }],
    });
    expect(pageHistory(shipped, 'machine-learning-engineer')).toMatchObject({ changes: [], now: 35 });
    expect(pageHistory(shipped, 'no-such-page')).toBeUndefined();
  });

  it('refuses a file whose order or parts are wrong', () => {
    const step = (date: string, part: string | null): object => ({ date, part, scores: {} });
    const file = (...each: object[]): string => JSON.stringify(each);
    expect(() => readScoreHistory(file(step('2027-01-01', 'world')))).toThrow('first step has no part');
    expect(() => readScoreHistory(file(step('2027-01-01', null), step('2027-01-02', null)))).toThrow('part');
    expect(() => readScoreHistory(file(step('2027-01-02', null), step('2027-01-01', 'world')))).toThrow(
      'oldest',
    );
  });
});
