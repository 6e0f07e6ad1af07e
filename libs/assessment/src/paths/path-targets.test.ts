import { Catalogue } from '@app/occupations';
import { groupsAwayFromHome, groupsManyApplyTo, groupsOfUnsocialHours, pathTargets } from './path-targets.js';
import { singularTitle } from './singular-title.js';

const catalogue = Catalogue.load();

describe('where the paths of a person lead', () => {
  it('goes by the same name as on every report that leads there', () => {
    const titles = new Map([...pathTargets(catalogue).values()].map((to) => [to.summary.slug, to.title]));
    for (const { slug } of catalogue.all())
      for (const path of catalogue.report(slug)?.pivots ?? []) {
        const title = titles.get(path.slug);
        if (title !== undefined) expect([slug, singularTitle(path.title)]).toEqual([slug, title]);
      }
    expect(titles.get('functional-or-operations-manager')).toBe('Functional or operations manager');
  });

  it('is told apart by unit groups that there are', () => {
    const named = [...groupsAwayFromHome(), ...groupsManyApplyTo(), ...groupsOfUnsocialHours()];
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((code) => !catalogue.dataset.unitGroups.has(code))).toEqual([]);
  });

  it('is never what is left over of a group', () => {
    for (const { title } of pathTargets(catalogue).values()) expect(title).not.toMatch(/^other\b|n\.e\.c/i);
  });
});
