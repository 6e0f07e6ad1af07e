import { Catalogue, type ElementRating } from '@app/occupations';
import { CENTRAL_ASKED, chooseSkills, SKILLS_ASKED } from './choose-skills.js';
import { blended } from './own-ratings.js';
import { SKILL_WORDS } from './skill-words.js';

const rated = (importance: readonly number[]): ElementRating[] =>
  importance.map((value, order) => ({
    id: `e${order}`,
    name: `Element ${order}`,
    kind: 'skill',
    importance: value,
  }));
const filled = (changes: Readonly<Record<number, number>>): number[] =>
  Array.from({ length: 20 }, (_none, order) => changes[order] ?? 2.5);

describe('chooseSkills', () => {
  it('asks two thirds for being central and one third for telling the paths apart', () => {
    const own = rated([5, 4.9, 4.8, 4.7, 4.6, 4.5, 4.4, 4.3, ...Array<number>(12).fill(2)]);
    // Only the last four differ between the paths.
    const one = rated(filled({ 16: 3.5, 17: 3.4, 18: 3.3, 19: 3.2 }));
    const other = rated(filled({ 16: 1, 17: 1, 18: 1, 19: 1 }));
    const chosen = chooseSkills(own, [one, other]);
    expect(chosen.map(({ asked }) => asked)).toEqual([
      ...Array<string>(CENTRAL_ASKED).fill('central'),
      ...Array<string>(SKILLS_ASKED - CENTRAL_ASKED).fill('separating'),
    ]);
    expect(chosen.slice(CENTRAL_ASKED).map(({ element }) => element.id)).toEqual([
      'e16',
      'e17',
      'e18',
      'e19',
    ]);
  });

  it('asks more of the job’s own where there are no paths, and nothing without ratings', () => {
    expect(chooseSkills(rated(filled({})), []).map(({ asked }) => asked)).toEqual(
      Array<string>(SKILLS_ASKED).fill('central'),
    );
    expect(chooseSkills([], [rated(filled({}))])).toEqual([]);
  });

  it('asks twelve different things of every occupation that has ratings, each with words of ours', () => {
    const catalogue = Catalogue.load();
    for (const slug of ['nurse', 'solicitor', 'warehouse-operative', 'machine-learning-engineer', 'chef']) {
      const occupation = catalogue.bySlug(slug);
      const chosen = chooseSkills(
        catalogue.elements(slug),
        (occupation?.pivots ?? []).map((pivot) => catalogue.elements(pivot.slug)),
      );
      expect([slug, new Set(chosen.map(({ element }) => element.id)).size]).toEqual([slug, SKILLS_ASKED]);
      expect(chosen.filter(({ asked }) => asked === 'separating').length).toBeGreaterThan(0);
    }
    const { elements } = catalogue.dataset;
    expect(elements.map(({ id }) => id).filter((id) => !SKILL_WORDS[id])).toEqual([]);
    expect(Object.keys(SKILL_WORDS)).toHaveLength(elements.length);
  });
});

describe('blended', () => {
  it('shrinks an own rating half-way to what is usual', () => {
    expect(blended(5, 2)).toBe(3.5);
    expect(blended(1, 4)).toBe(2.5);
  });
});
