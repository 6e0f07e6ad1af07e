import type { Dataset } from '../dataset/types.js';
import type { Relation } from '../model/pivot.js';

/** SOC minor group: the major group and one digit, `17-2` of `17-2031.00`. */
export const minorGroup = (code: string): string => code.slice(0, 4);
/** O*NET lists ten primary related occupations, then ten more; the primary ones count. */
const PRIMARY = 10;

/** *Adjacent*: same minor group or a primary related occupation in O*NET, either way round (method §3). */
export function relationOf(dataset: Dataset, from: string, to: string): Relation {
  const related = (a: string, b: string): boolean =>
    dataset.occupations.get(a)?.related.slice(0, PRIMARY).includes(b) ?? false;
  return minorGroup(from) === minorGroup(to) || related(from, to) || related(to, from)
    ? 'adjacent'
    : 'cross-domain';
}
