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

  it('of an edited report hold one that scores more, where any does, and two that score less, from the same sector where it has any', () => {
    for (const { slug, sector, score } of edited) {
      const places = catalogue.report(slug)?.compare.map(({ place }) => place) ?? [];
      const others = catalogue
        .all()
        // A narrow group inside a unit group is no comparison unless an editor names it.
        .filter((other) => other.kind === 'edited' || other.code.length === 4)
        .map((other) => ({ ...other, by: Math.round(other.score) - Math.round(score) }));
      const higher = others.some(({ by }) => by > 0);
      const lower = others.some((other) => other.sector === sector && other.by < 0);
      expect(places).toHaveLength(4);
      expect([slug, ...places.slice(0, higher ? 2 : 1)]).toEqual([
        slug,
        ...(higher ? ['higher score'] : []),
        'this occupation',
      ]);
      // The lowest of its sector looks elsewhere for both; the other scores less still, where any role does.
      const less = places.slice(places.indexOf('this occupation') + 1);
      const [near] = less.splice(lower ? less.indexOf('same sector, lower score') : 0, 1);
      expect([slug, places, near]).toEqual([
        slug,
        places,
        lower ? 'same sector, lower score' : 'lower score',
      ]);
      expect(less[0]).toContain('lower score');
    }
  });
});
