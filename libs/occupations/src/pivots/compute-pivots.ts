import type { AllOccupations } from '../build/all-occupations.js';
import type { LicensedContent } from '../content/licensed-content.js';
import { elementsReader } from '../dataset/elements-of.js';
import type { Dataset } from '../dataset/types.js';
import type { FoundPivots } from './found-pivot.js';
import { findPivots, pivotBetween, type PivotSources, pivotTargets } from './pivot-finder.js';

/**
 * The paths of the whole catalogue: the three that editors fixed, for their pages, and the three that the rules find for all others.
 * Match, lists, relation and direction come from the rules for both. Takes seconds: for the import, never for a request.
 */
export function computePivots(
  dataset: Dataset,
  licensed: LicensedContent,
  { all, edited, redirects }: AllOccupations,
): FoundPivots {
  const sources: PivotSources = {
    dataset,
    targets: pivotTargets(dataset, licensed, all),
    elements: elementsReader(dataset),
  };
  const bySlug = new Map(all.map((occupation) => [occupation.slug, occupation]));
  return new Map(
    all.map((own) => {
      const fixed = edited.get(own.slug)?.content.pivots;
      if (!fixed) return [own.slug, findPivots(sources, own)];
      const paths = fixed.flatMap(({ slug }) => {
        const to = bySlug.get(redirects.get(slug) ?? slug);
        return (to && pivotBetween(sources, own, to)) ?? [];
      });
      return [own.slug, paths];
    }),
  );
}
