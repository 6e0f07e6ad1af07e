import fc from 'fast-check';
import { LabourMarket } from '@app/labour-market';
import { bandWord, Catalogue, type Occupation } from '@app/occupations';
import { runs } from '@app/testing';
import type { Answers } from '../answers/answers.js';
import { BANDS } from '../answers/bands.js';
import { DEMAND_IDS, DEMAND_LEVELS } from '../answers/demands.js';
import { ROLES_WITH_OWN_DEMANDS, usualDemand } from '../answers/usual-demands.js';
import { PersonalScorer } from '../personal-scorer.js';
import { WIDEST_FOR_A_WINDOW, WINDOW_NOT_KNOWN } from './band-and-window.js';
import { findingWords } from '../result/finding.js';
import type { PersonalResult } from '../result/personal-result.js';

const catalogue = Catalogue.load();
const scorer = new PersonalScorer(catalogue, new LabourMarket(catalogue));
const occupations = catalogue
  .all()
  .filter((_occupation, index) => index % 23 === 0)
  .flatMap(({ slug }) => catalogue.bySlug(slug) ?? []);

/** Anybody: some job of the catalogue, any split of its week by band or exactly, any demands. */
const anybody = fc
  .record({
    occupation: fc.constantFrom(
      ...occupations,
      ...['nurse', 'data-scientist'].flatMap((slug) => catalogue.bySlug(slug) ?? []),
    ),
    exact: fc.boolean(),
    amounts: fc.array(fc.nat(4), { minLength: 20, maxLength: 20 }),
    demands: fc.array(fc.constantFrom(...DEMAND_LEVELS), { minLength: 6, maxLength: 6 }),
  })
  .map(({ occupation, exact, amounts, demands }): Answers => {
    const { slug, tasks } = occupation;
    const given = tasks.map(({ id }, index): [string, number] => [
      id,
      index === 0 ? 1 : (amounts[index] ?? 0),
    ]);
    const whole = given.reduce((sum, [, amount]) => sum + amount, 0);
    return {
      occupationSlug: slug,
      tasksFor: slug,
      tasks: tasks.map(({ id }) => ({ taskId: id })),
      demands: Object.fromEntries(DEMAND_IDS.map((id, index) => [id, demands[index]])),
      amounts: exact
        ? {
            kind: 'exact',
            occupationSlug: slug,
            percents: Object.fromEntries(
              given.map(([id, amount]) => [id, Math.floor((100 * amount) / whole)]),
            ),
          }
        : {
            kind: 'bands',
            occupationSlug: slug,
            bands: Object.fromEntries(given.map(([id, amount]) => [id, BANDS[amount] ?? 'none'])),
            other: 'none',
          },
    };
  });

const months = ({ window }: Pick<PersonalResult, 'window'>): number => window.centralMonths ?? Infinity;
const typicals = new Map<string, PersonalResult>();
function typicalOf({ occupationSlug = '' }: Answers): PersonalResult {
  const known = typicals.get(occupationSlug) ?? scorer.score({ occupationSlug });
  typicals.set(occupationSlug, known);
  return known;
}

describe('the finding of a result', () => {
  it('law: sentence, band, place among UK workers, window and waterfall say the same', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anybody, (answers) => {
        const [result, typical] = [scorer.score(answers), typicalOf(answers)];
        const { sentence } = findingWords(result);
        const moved = result.waterfall.reduce((sum, { points }) => sum + points, 0);
        seen.add(`${result.comparison} ${result.sureness ?? ''}`);
        switch (result.comparison) {
          case 'about the same':
            expect(sentence).toContain('about as exposed to AI as is typical');
            expect(result.percentile).toBe(typical.percentile);
            expect(result.windowOf).toBe('typical week');
            expect(months(result)).toBe(months(typical));
            expect(result.band.toLowerCase()).toContain(bandWord(typical.score).toLowerCase());
            expect(result.band.toLowerCase()).toContain(bandWord(result.score).toLowerCase());
            return;
          case 'more exposed':
            expect(sentence).toContain(`is ${result.sureness ?? 'unsaid'} more exposed`);
            expect(moved).toBeGreaterThan(0);
            expect(result.percentile).toBeGreaterThanOrEqual(typical.percentile);
            expect(months(result)).toBeLessThanOrEqual(months(typical));
            return;
          case 'less exposed':
            expect(sentence).toContain(`is ${result.sureness ?? 'unsaid'} less exposed`);
            expect(moved).toBeLessThan(0);
            expect(result.percentile).toBeLessThanOrEqual(typical.percentile);
            expect(months(result)).toBeGreaterThanOrEqual(months(typical));
        }
      }),
      { numRuns: runs(200), seed: 13 },
    );
    expect([...seen].sort()).toEqual([
      'about the same ',
      'less exposed likely',
      'less exposed very likely',
      'more exposed likely',
      'more exposed very likely',
    ]);
  });

  it('law: no window is named for a range wider than 30 points, and every other has one', () => {
    fc.assert(
      fc.property(anybody, (answers) => {
        const { interval, window } = scorer.score(answers);
        const wide = interval.high - interval.low > WIDEST_FOR_A_WINDOW;
        expect(window.words === WINDOW_NOT_KNOWN).toBe(wide);
      }),
      { numRuns: runs(60) },
    );
    expect(scorer.score({ familyId: 'health' }).window.words).toBe(WINDOW_NOT_KNOWN);
  });

  it('tells a nurse at 18 from the typical 26', () => {
    const nurse = catalogue.bySlug('nurse') as Occupation;
    const result = scorer.score({
      occupationSlug: 'nurse',
      tasksFor: 'nurse',
      tasks: nurse.tasks.map(({ id }) => ({ taskId: id })),
      amounts: {
        kind: 'exact',
        occupationSlug: 'nurse',
        percents: {
          ...Object.fromEntries(nurse.tasks.map(({ id }) => [id, 0])),
          'direct-care': 40,
          'observing-patients': 20,
          medicines: 20,
          'talking-with-families': 10,
          records: 10,
        },
      },
    });
    expect(findingWords(result).sentence).toMatch(
      /^Your week is (very )?likely less exposed to AI than is typical: 1\d against 26$/,
    );
  });

  it('law: who has a typical week and the usual demands has the typical score exactly', () => {
    for (const occupation of occupations) {
      const { slug, tasks } = occupation;
      const whole = tasks.reduce((sum, { share }) => sum + share, 0);
      const result = scorer.score({
        occupationSlug: slug,
        tasksFor: slug,
        tasks: tasks.map(({ id }) => ({ taskId: id })),
        amounts: {
          kind: 'exact',
          occupationSlug: slug,
          percents: Object.fromEntries(tasks.map(({ id, share }) => [id, (100 * share) / whole])),
        },
        demands: Object.fromEntries(DEMAND_IDS.map((id) => [id, usualDemand(id, occupation)])),
      });
      expect(result.score).toBeCloseTo(result.occupationScore, 10);
      expect(result.comparison).toBe('about the same');
    }
  });

  it('sets usual demands on their own only for jobs that exist', () => {
    expect(ROLES_WITH_OWN_DEMANDS.filter((slug) => !catalogue.bySlug(slug))).toEqual([]);
  });
});
