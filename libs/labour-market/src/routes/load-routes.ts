import { projectPath } from '@app/config';
import { type ApprenticeshipRecord, ContentError, readCodedFolder } from '@app/occupations';
import { Route } from './route.js';
import { wordFaults } from './route-faults.js';

export const ROUTES_FOLDER = projectPath('libs/labour-market/content/routes');

/** What a route may name. */
export interface RouteWorld {
  /** Every SOC 2020 unit group there is. */
  readonly unitGroups: ReadonlyMap<string, unknown>;
  readonly apprenticeships: ReadonlyMap<string, ApprenticeshipRecord>;
}

/**
 * The editors' routes into every unit group, from YAML. Takes some seconds: apps read what was prepared of it.
 * @throws ContentError with file and line: a group without a route or with two, one that does not exist, a range that ends before it begins,
 *   a stored page without its address, an apprenticeship that is not on the list, is paused, or loses its public money; money for those out of
 *   work that does not say so, a place that is not everybody's, a test that costs money, a nearer way that is not whole
 */
export function loadRoutes(
  { unitGroups, apprenticeships }: RouteWorld,
  folder: string = ROUTES_FOLDER,
): ReadonlyMap<string, Route> {
  const entries = readCodedFolder(folder, Route);
  const problems: string[] = [];
  for (const coded of entries) {
    const { code, entry, placeOf } = coded;
    problems.push(...wordFaults(coded));
    for (const [index, { groups }] of (entry.from ?? []).entries())
      for (const group of groups)
        if (!unitGroups.has(group))
          problems.push(`${placeOf(['from', index])}: ${code}: there is no unit group ${group}`);
    const say = (path: (string | number)[], fault: string): number =>
      problems.push(`${placeOf(path)}: ${code}: ${fault}`);
    if (!unitGroups.has(code)) say([], 'no unit group');
    for (const range of ['months', 'cost'] as const)
      if (entry[range].from > entry[range].to) say([range], `${range} end before they begin`);
    if (entry.basis.includes('stored-page') !== (entry.read !== undefined))
      say(['basis'], 'a stored page and its address go together');
    entry.apprenticeships.forEach((reference, index) => {
      const status = apprenticeships.get(reference)?.status;
      if (status !== 'open')
        say(['apprenticeships', index], `${reference} is ${status ?? 'not on the list'}`);
    });
  }
  const written = new Set(entries.map(({ code }) => code));
  for (const code of unitGroups.keys()) if (!written.has(code)) problems.push(`${code} has no route`);
  if (problems.length > 0) throw new ContentError(problems);
  return new Map(entries.map(({ code, entry }) => [code, entry]));
}
