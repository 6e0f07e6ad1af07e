import type { AllOccupations } from '../build/all-occupations.js';
import type { Unlinked } from '../build/data-occupation.js';
import { elementsReader } from '../dataset/elements-of.js';
import type { Dataset } from '../dataset/types.js';
import { movesOf, type NextGroup } from '../groups/next-groups.js';
import type { ComputedPivot, ComputedPivots } from './computed-pivot.js';
import { pivotBetween, type PivotSources } from './pivot-between.js';
import { type Move, moveTargets, rankMoves } from './rank-moves.js';

export const PATHS = 3;
/** No target stands on more than this share of all pages: one that fits everywhere fits nobody. */
export const MOST_PAGES = 0.02;

/** Moves that editors wrote, by unit group or, where its work is another, by six-digit group. */
export type WrittenMoves = ReadonlyMap<string, readonly NextGroup[]>;

/**
 * The paths of the whole catalogue: the three that editors fixed, for their pages, and the best three moves to other unit groups for all
 * others. Match, lists, relation and direction come from the rules for both. For the import, never for a request.
 */
export function computePivots(
  dataset: Dataset,
  occupations: AllOccupations,
  written: WrittenMoves,
): ComputedPivots {
  const { all, edited, redirects, pageOf } = occupations;
  const sources: PivotSources = { dataset, elements: elementsReader(dataset) };
  const bySlug = new Map(all.map((occupation) => [occupation.slug, occupation]));
  const pageSlugs = new Set([...pageOf].filter(([code]) => code.length === 4).map(([, slug]) => slug));
  const targets = moveTargets(
    dataset,
    all.filter(({ slug }) => pageSlugs.has(slug)),
  );
  const offered = new Map<string, number>();
  const found = new Map<string, readonly ComputedPivot[]>();
  const offer = (own: Unlinked, paths: readonly ComputedPivot[]): void => {
    for (const { slug } of paths) offered.set(slug, (offered.get(slug) ?? 0) + 1);
    found.set(own.slug, paths);
  };
  const ranked = (own: Unlinked): Move[] => rankMoves(dataset, own, targets, movesOf(written, own.code));
  const freeOf = (moves: readonly Move[], free: (slug: string) => boolean): Move[] =>
    moves
      .filter(({ to }) => free(to.slug))
      // Two reports that stand on one group are one move.
      .filter(({ written: { to } }, index, all) => all.findIndex((each) => each.written.to === to) === index);
  const pathsOf = (own: Unlinked, moves: readonly Move[]): ComputedPivot[] =>
    moves.slice(0, PATHS).flatMap(({ to, written: move }) => {
      const path = pathTo(sources, own, to);
      if (!path) return [];
      const route = move.route === undefined ? {} : { route: sentence(move.route) };
      return [{ ...path, why: sentence(move.why), ...route }];
    });
  for (const own of all) {
    const fixed = edited.get(own.slug)?.content.pivots;
    if (!fixed) continue;
    const slugs = new Set(fixed.map(({ slug }) => redirects.get(slug) ?? slug));
    slugs.delete(own.slug);
    const moves = movesOf(written, own.code);
    const kept = [...slugs].flatMap((slug) => {
      const to = bySlug.get(slug);
      const path = pathTo(sources, own, to);
      // How the move is made stands with the moves of the group, also where an editor chose the page it leads to.
      const route = moves.find((move) => move.to === to?.code.slice(0, 4))?.route;
      return path ? [{ ...path, ...(route === undefined ? {} : { route: sentence(route) }) }] : [];
    });
    // Two that lead to one group since the catalogue is British leave a place to fill.
    const more =
      kept.length < PATHS
        ? pathsOf(
            own,
            freeOf(ranked(own), (slug) => !slugs.has(slug)),
          )
        : [];
    offer(own, [...kept, ...more].slice(0, PATHS));
  }
  const most = MOST_PAGES * all.length;
  const isFree = (slug: string): boolean => (offered.get(slug) ?? 0) < most;
  const rest = all.filter(({ slug }) => !edited.has(slug)).sort((a, b) => (a.code < b.code ? -1 : 1));
  // Unit groups choose first: their sub-unit groups take what is left of a target that many could move to, whoever has the least to choose from
  // before the others.
  const isUnit = ({ code }: Unlinked): boolean => code.length === 4;
  for (const own of rest.filter(isUnit)) offer(own, pathsOf(own, freeOf(ranked(own), isFree)));
  const ofSubUnits = new Map(rest.filter((own) => !isUnit(own)).map((own) => [own, ranked(own)]));
  const waiting = new Map([...ofSubUnits].map(([own, moves]) => [own, freeOf(moves, isFree)]));
  while (waiting.size > 0) {
    const [own, moves] = [...waiting].reduce((least, one) => (one[1].length < least[1].length ? one : least));
    waiting.delete(own);
    const paths = pathsOf(own, moves);
    offer(own, paths);
    const full = new Set(paths.map(({ slug }) => slug).filter((slug) => !isFree(slug)));
    for (const [other, theirs] of waiting)
      if (theirs.some(({ to }) => full.has(to.slug)))
        waiting.set(other, freeOf(ofSubUnits.get(other) ?? [], isFree));
  }
  return new Map(all.map(({ slug }) => [slug, found.get(slug) ?? []]));
}

const pathTo = (sources: PivotSources, from: Unlinked, to: Unlinked | undefined): ComputedPivot | null =>
  to ? pivotBetween(sources, from, to) : null;

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
