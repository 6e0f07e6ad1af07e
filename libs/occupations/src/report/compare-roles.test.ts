import { Catalogue } from '../catalogue.js';

const catalogue = Catalogue.load();
const byScore = [...catalogue.all()].sort((a, b) => a.score - b.score);
const edited = catalogue.all().filter(({ kind }) => kind === 'edited');

describe('the four roles of a comparison', () => {
  it.each([...edited, ...byScore.slice(0, 2), ...byScore.slice(-2)].map(({ slug }) => slug))(
    'of %s are four, in order, and placed as their scores say',
    (slug) => {
      const roles = catalogue.report(slug)?.compare ?? [];
      const own = roles.find((role) => role.slug === slug)?.score.value ?? NaN;
      expect(new Set(roles.map((role) => role.slug)).size).toBe(4);
      expect(roles.map(({ score }) => score.exact)).toEqual(
        roles.map(({ score }) => score.exact).sort((a, b) => b - a),
      );
      for (const { slug: other, place, score } of roles) {
        if (other === slug) expect(place).toBe('this occupation');
        else if (place === 'higher score') expect(score.value).toBeGreaterThan(own);
        else if (place === 'same score') expect(score.value).toBe(own);
        else expect(score.value).toBeLessThan(own);
      }
    },
  );

  it('of an edited report hold one that scores more and two that score less, from the same sector where it has any', () => {
    for (const { slug, sector, score } of edited) {
      const places = catalogue.report(slug)?.compare.map(({ place }) => place) ?? [];
      const lower = catalogue
        .all()
        .some((other) => other.sector === sector && Math.round(other.score) < Math.round(score));
      expect([slug, ...places.slice(0, 2)]).toEqual([slug, 'higher score', 'this occupation']);
      // The lowest of its sector looks elsewhere for both; the second may score lower than the first or the same.
      expect([slug, places[2]]).toEqual([slug, lower ? 'same sector, lower score' : 'lower score']);
      expect(lower ? ['lower score still'] : ['lower score', 'lower score still']).toContain(places[3]);
      expect(places).toHaveLength(4);
    }
  });
});
