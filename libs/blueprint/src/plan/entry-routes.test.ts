import { bodyIn, NATIONS } from '@app/labour-market';
import { type Fixtures, loadFixtures } from '../people.builder.js';

let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

describe('the entry routes', () => {
  it('are there for every edited occupation, its own or its unit group’s, and for none that is not in the catalogue', () => {
    const { assets, catalogue, market } = fixtures;
    const edited = catalogue.all().filter(({ kind }) => kind === 'edited');
    expect(edited.length).toBeGreaterThan(100);
    const without = edited.filter(
      ({ slug }) =>
        !assets.routes.of(slug, 3).specific &&
        market.routeInto(catalogue.bySlug(slug)?.ukCodes ?? []) === undefined,
    );
    expect(without.map(({ slug }) => slug)).toEqual([]);
    expect(assets.routes.slugs.filter((slug) => !catalogue.bySlug(slug))).toEqual([]);
  });

  it('name whom to check with wherever the catalogue says that a licence is needed', () => {
    const { routes } = fixtures.assets;
    for (const slug of ['solicitor', 'gp', 'pharmacist', 'security-guard', 'social-worker'])
      expect([slug, routes.of(slug, 4).regulator === undefined, routes.of(slug, 4).checkWith]).toEqual([
        slug,
        false,
        expect.stringMatching(/Authority|Council|England/),
      ]);
  });
});

describe('whom to check with', () => {
  it('is nobody of another nation than theirs', () => {
    const { routes } = fixtures.assets;
    const asked = routes.slugs.flatMap((slug) => routes.of(slug, 3).checkWith ?? []);
    const elsewhere = {
      England: /Scot|Wales|Welsh|Northern Ireland|GTCNI|elsewhere/,
      Wales: /Scot|Northern Ireland|GTCNI|\(England\)|elsewhere/,
      Scotland: /Wales|Welsh|Northern Ireland|GTCNI|England|elsewhere/,
      'Northern Ireland': /Scot|Wales|Welsh|England|elsewhere/,
    } as const;
    expect(asked.length).toBeGreaterThan(30);
    for (const nation of NATIONS)
      for (const one of asked)
        expect([nation, bodyIn(one, nation)]).toEqual([nation, expect.not.stringMatching(elsewhere[nation])]);
  });
});

describe('the short titles', () => {
  it('are of occupations in the catalogue, and leave no title too long for a headline', () => {
    const { titles } = fixtures.assets;
    const known = new Set([...fixtures.catalogue.dataset.occupations.values()].map(({ slug }) => slug));
    expect(titles.slugs.filter((slug) => !known.has(slug))).toEqual([]);
    expect(titles.of('x', 'Elementary school teachers, except special education')).toBe(
      'Elementary school teachers',
    );
    expect(titles.of('nurse', 'Nurse')).toBe('Nurse');
  });
});
