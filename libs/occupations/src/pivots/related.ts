import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import type { Relation } from '../model/pivot.js';

/** SOC 2020 minor group: the first three digits. */
export const minorGroup = (code: string): string => code.slice(0, 3);
/** O*NET lists ten primary related occupations, then ten more; the primary ones count. */
const PRIMARY = 10;
/** Links below this weight say little of what a group is. */
const MAIN_LINK = 0.2;

type Place = Pick<Unlinked, 'code' | 'onetCode'>;

/** The O*NET codes that a page mainly stands on. */
function mainCodes(dataset: Dataset, { code, onetCode }: Place): string[] {
  const links = dataset.occupations.get(code)?.links ?? [];
  return [
    ...new Set([onetCode, ...links.filter(({ weight }) => weight >= MAIN_LINK).map((link) => link.code)]),
  ];
}

/** How near two occupations stand in O*NET's lists of related ones, either way round: the best place from 0, or Infinity. */
function relatedPlace(dataset: Dataset, from: Place, to: Place): number {
  let best = Infinity;
  for (const a of mainCodes(dataset, from))
    for (const b of mainCodes(dataset, to)) {
      if (a === b) return 0;
      const places = [dataset.onet.get(a)?.related.indexOf(b), dataset.onet.get(b)?.related.indexOf(a)];
      for (const place of places) if (place !== undefined && place >= 0) best = Math.min(best, place);
    }
  return best;
}

/** *Adjacent*: same minor group of SOC 2020, or a primary related occupation in O*NET, either way round (method §3). */
export const relationOf = (dataset: Dataset, from: Place, to: Place): Relation =>
  minorGroup(from.code) === minorGroup(to.code) || relatedPlace(dataset, from, to) < PRIMARY
    ? 'adjacent'
    : 'cross-domain';

/** How plausible a move is before anything is known of the person, 0–1 (method §3). */
export function plausibility(dataset: Dataset, from: Place, to: Place): number {
  const place = relatedPlace(dataset, from, to);
  if (place < PRIMARY) return 1;
  if (minorGroup(from.code) === minorGroup(to.code)) return 0.9;
  if (place < 2 * PRIMARY) return 0.8;
  if (from.code.slice(0, 2) === to.code.slice(0, 2)) return 0.5;
  if (from.onetCode.slice(0, 4) === to.onetCode.slice(0, 4)) return 0.4;
  return from.code.slice(0, 1) === to.code.slice(0, 1) ? 0.2 : 0;
}
