import {
  MOST_PATHS,
  type PersonalResult,
  type RankedCandidate,
  type RankedPath,
  withPaths,
} from '@app/assessment';
import type { Places, SnapshotChoice, WantedPlaces } from '../snapshot/reviewers-part.js';

/** What the ranking itself gives. */
export const rankedPlaces = ({ pivots }: Pick<PersonalResult, 'pivots'>): Places => ({
  recommended: pivots[0]?.kind === 'pivot' ? 'path' : 'stay',
  paths: pivots
    .filter(({ kind }) => kind === 'pivot')
    .slice(0, MOST_PATHS)
    .map(({ slug }) => slug),
});

export const samePlaces = (a: Places, b: Places): boolean =>
  a.recommended === b.recommended && a.paths.join() === b.paths.join();

/**
 * The result with the options that a reviewer wants, and what there is to keep of the choice; null when a path is no candidate (any more),
 * or when the ranking gives the same. Pure: each figure is the ranking's own.
 */
export function chosenOptions(
  result: PersonalResult,
  candidates: readonly RankedCandidate[],
  { recommended, paths, reason, inSpite }: WantedPlaces,
): { readonly result: PersonalResult; readonly choice: SnapshotChoice } | null {
  const instead = rankedPlaces(result);
  if (samePlaces(instead, { recommended, paths })) return null;
  const options = paths.map((slug) => optionOf(result, candidates, slug));
  if (options.some((option) => option === undefined)) return null;
  const chosen = options.filter((option) => option !== undefined);
  const stay = result.pivots.filter(({ kind }) => kind === 'stay and reshape');
  const limits = candidates
    .filter((one) => paths.includes(one.path.slug) && one.limits.length > 0)
    .map((one) => ({ slug: one.path.slug, words: one.limits }));
  return {
    result: withPaths(result, recommended === 'stay' ? [...stay, ...chosen] : [...chosen, ...stay]),
    choice: {
      recommended,
      paths,
      reason,
      ...(limits.length > 0 && inSpite !== undefined && { inSpite }),
      instead: {
        ...instead,
        titles: Object.fromEntries(result.pivots.map(({ slug, title }) => [slug, title])),
      },
      limits,
    },
  };
}

const optionOf = (
  { pivots }: PersonalResult,
  candidates: readonly RankedCandidate[],
  wanted: string,
): Omit<RankedPath, 'rank'> | undefined =>
  pivots.find(({ kind, slug }) => kind === 'pivot' && slug === wanted) ??
  candidates.find(({ path }) => path.slug === wanted)?.path;
