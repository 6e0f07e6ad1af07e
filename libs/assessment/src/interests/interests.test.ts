import fc from 'fast-check';
import {
  INTEREST_STATEMENT_IDS,
  INTEREST_THEMES,
  type InterestAnswers,
  type Liking,
  LIKINGS,
  themeOf,
} from '../answers/interest-statements.js';
import { interestFit, interestFitWord } from './interest-fit.js';
import { interestProfile } from './interest-profile.js';

const all = (liking: (id: string) => Liking): InterestAnswers =>
  Object.fromEntries(INTEREST_STATEMENT_IDS.map((id) => [id, liking(id)]));

describe('the statements', () => {
  it('are eighteen or more, three or more a theme, and no theme twice in a row', () => {
    expect(INTEREST_STATEMENT_IDS.length).toBeGreaterThanOrEqual(18);
    for (const theme of INTEREST_THEMES)
      expect(INTEREST_STATEMENT_IDS.filter((id) => themeOf(id) === theme).length).toBeGreaterThanOrEqual(3);
    INTEREST_STATEMENT_IDS.forEach((id, index) => {
      const before = INTEREST_STATEMENT_IDS[index - 1];
      expect(before !== undefined && themeOf(before) === themeOf(id)).toBe(false);
    });
  });
});

describe('interestProfile', () => {
  it('is the mean liking of each theme, in the order R, I, A, S, E, C', () => {
    const answers = all((id) => (id.startsWith('R') ? 'like' : id === 'I1' ? 'neither' : 'dislike'));
    expect(interestProfile(answers)?.map(Math.round)).toEqual([100, 17, 0, 0, 0, 0]);
  });

  it('needs two answers in every theme', () => {
    const { A1: _one, ...some } = all(() => 'like');
    const { A2: _two, ...fewer } = some;
    expect(interestProfile(some)).toHaveLength(6);
    expect(interestProfile(fewer)).toBeUndefined();
    expect(interestProfile({})).toBeUndefined();
  });
});

describe('interestFit', () => {
  const profile = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 });

  it('is 1 for the same lean, −1 for the opposite one, and undefined for none', () => {
    expect(interestFit([100, 50, 0, 0, 50, 100], [60, 50, 40, 40, 50, 60])).toBeCloseTo(1, 10);
    expect(interestFit([100, 50, 0, 0, 50, 100], [0, 50, 100, 100, 50, 0])).toBeCloseTo(-1, 10);
    expect(interestFit([50, 50, 50, 50, 50, 50], [0, 50, 100, 100, 50, 0])).toBeUndefined();
    expect(interestFit([1, 2, 3, 4, 5, 6], [])).toBeUndefined();
  });

  it('law: stays within −1 and 1, and does not care how much somebody likes everything', () => {
    fc.assert(
      fc.property(profile, profile, fc.integer({ min: 1, max: 50 }), (person, work, more) => {
        const fit = interestFit(person, work);
        const keener = interestFit(
          person.map((value) => value + more),
          work,
        );
        if (fit === undefined) return expect(keener).toBeUndefined();
        expect(Math.abs(fit)).toBeLessThanOrEqual(1);
        expect(keener).toBeCloseTo(fit, 8);
      }),
    );
  });

  it('law: to like every statement of a theme never fits work of that theme alone worse', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LIKINGS), { minLength: 18, maxLength: 18 }),
        fc.nat(5),
        (likings, place) => {
          const answers = Object.fromEntries(
            INTEREST_STATEMENT_IDS.map((id, index) => [id, likings[index] ?? 'neither']),
          ) as InterestAnswers;
          const keen = Object.fromEntries(
            Object.entries(answers).map(([id, liking]) => [
              id,
              id.startsWith(INTEREST_THEMES[place] ?? '') ? 'like' : liking,
            ]),
          ) as InterestAnswers;
          const work = INTEREST_THEMES.map((_theme, index) => (index === place ? 100 : 0));
          const fitOf = (given: InterestAnswers): number =>
            interestFit(interestProfile(given) ?? [], work) ?? 0;
          const flat = interestFit(interestProfile(keen) ?? [], work) === undefined;
          if (!flat) expect(fitOf(keen)).toBeGreaterThanOrEqual(fitOf(answers) - 1e-9);
        },
      ),
    );
  });

  it('is called close from 0.5 on and far below 0', () => {
    expect([0.5, 0.49, 0, -0.01].map(interestFitWord)).toEqual(['close', 'partly', 'partly', 'far']);
  });
});
