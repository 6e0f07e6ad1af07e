import type { Unlinked } from '../build/data-occupation.js';
import type { ElementRating } from '../dataset/element-rating.js';
import type { Dataset } from '../dataset/types.js';
import { directionOf } from '../method/direction.js';
import { match, shownMatch } from '../method/match.js';
import type { ComputedPivot } from './computed-pivot.js';
import { relationOf } from './related.js';

export interface PivotSources {
  readonly dataset: Dataset;
  /** Ratings of a code in O*NET order; empty when it has none. */
  readonly elements: (code: string) => readonly ElementRating[];
}

/** One path between two occupations with its have and need lists, or null when either has no ratings. */
export function pivotBetween(
  { dataset, elements }: PivotSources,
  from: Unlinked,
  to: Unlinked,
): ComputedPivot | null {
  const target = elements(to.skillsCode);
  const source = elements(from.skillsCode);
  if (target.length === 0 || source.length === 0) return null;
  const found = match(source, target);
  const { have, need } = found;
  return {
    slug: to.slug,
    matchPercent: shownMatch(found),
    relation: relationOf(dataset, from, to),
    direction: directionOf(from, to),
    have,
    need,
  };
}
