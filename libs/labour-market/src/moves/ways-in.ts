import { projectPath } from '@app/config';
import { ContentError, NextGroupsEntry, readCodedFolder } from '@app/occupations';
import type { Route } from '../routes/route.js';

export const MOVES_FOLDER = projectPath('libs/occupations/content/groups/next');
/** Pages print the first moves of a group. */
const PRINTED = 3;
/** Work whose own way in takes this long is not begun without one. */
const LONG_MONTHS = 12;
/** Digits that two unit groups share when one is the trade beside the other: a mechanical and a production engineer come by one way. */
const SUB_MAJOR = 2;

/**
 * Whether the moves that pages print say how they are made: one into another field whose way in takes a year or more names the post, the
 * course or what is usually held.
 * @param routes the way into each unit group
 * @throws ContentError with file and line of every move that does not
 */
export function checkWaysIn(
  routes: ReadonlyMap<string, Pick<Route, 'months'>>,
  folder: string = MOVES_FOLDER,
): void {
  const problems = readCodedFolder(folder, NextGroupsEntry).flatMap(({ code, entry, placeOf }) =>
    entry.items.slice(0, PRINTED).flatMap(({ to, route }, index) => {
      const months = routes.get(to)?.months.from ?? 0;
      const isBeside = to.slice(0, SUB_MAJOR) === code.slice(0, SUB_MAJOR);
      return route === undefined && months >= LONG_MONTHS && !isBeside
        ? [
            `${placeOf(['items', index, 'to'])}: ${code}: the way into ${to} takes ${months} months, and none is named`,
          ]
        : [];
    }),
  );
  if (problems.length > 0) throw new ContentError(problems);
}
