import type { AllOccupations } from '../build/all-occupations.js';
import type { LicensedContent } from '../content/licensed-content.js';
import { deepFreeze } from '../dataset/deep-freeze.js';
import type { Dataset } from '../dataset/types.js';
import type { Occupation } from '../model/occupation.js';
import { directionOf } from '../method/direction.js';
import { loadNextGroups } from '../groups/next-groups.js';
import { computePivots, type WrittenMoves } from './compute-pivots.js';
import { shownPivot } from './computed-pivot.js';
import { pivotInputs } from './pivot-inputs.js';
import type { ShippedPivots } from './pivots-file.js';

/**
 * Gives every occupation its paths, by slug. Paths that were worked out from anything else than this data set and content are not used:
 * they are worked out here, once, so that no page ever shows or computes a stale one.
 */
export function linkPivots(
  dataset: Dataset,
  licensed: LicensedContent,
  occupations: AllOccupations,
  shipped?: ShippedPivots,
  written: () => WrittenMoves = () => loadNextGroups(unitsOf(dataset)),
): ReadonlyMap<string, Occupation> {
  const { all, edited, redirects } = occupations;
  const found =
    shipped?.inputs === pivotInputs(dataset, licensed, occupations)
      ? shipped.pivots
      : computePivots(dataset, occupations, written());
  const bySlug = new Map(all.map((occupation) => [occupation.slug, occupation]));
  return new Map(
    all.map((own) => {
      const reasons = new Map(
        edited.get(own.slug)?.content.pivots.map(({ slug, why }) => [redirects.get(slug) ?? slug, why]),
      );
      const pivots = (found.get(own.slug) ?? []).flatMap((path) => {
        const to = bySlug.get(path.slug);
        // The words of direction follow the rule of today, whatever it was when the paths were worked out.
        return to
          ? [shownPivot({ ...path, direction: directionOf(own, to) }, to, licensed, reasons.get(path.slug))]
          : [];
      });
      return [own.slug, deepFreeze({ ...own, pivots })];
    }),
  );
}

export const unitsOf = (dataset: Dataset): ReadonlySet<string> => new Set(dataset.unitGroups.keys());
