import type { LicensedContent } from '../content/licensed-content.js';
import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import { directionOf } from '../method/direction.js';
import { match, matchPercent, shownMatch } from '../method/match.js';
import { hundredths } from '../method/rounding.js';
import type { ElementRating } from '../dataset/element-rating.js';
import type { FoundPivot } from './found-pivot.js';
import { licenceOf } from './licensed.js';
import { minorGroup, relationOf } from './related.js';
import { usualPay } from './usual-pay.js';

/** Nobody is sent further up than this, nor to work that leaves most of their preparation unused. Job zones of preparation. */
const MOST_ZONES_UP = 2;
const MOST_ZONES_DOWN = 1;
/** Usual pay of a path, at least this share of the usual pay now. */
const LEAST_PAY = 0.8;
/** Below this match a path is no help, per cent. */
const LEAST_MATCH = 40;
/**
 * Order of candidates (method §3): match first, then exposure gap, pay and demand. Points of rank per per-cent of match (both ways:
 * what the path asks and we have, and what we have and the path uses), per point of exposure less, per 1 % of pay more, per tenfold of
 * jobs.
 */
const RANK = { match: 1, used: 1, gap: 0.6, pay: 0.25, demand: 4 } as const;
/** Gains past these count no further, so that no single wish decides. */
const MOST_GAP = 25;
const MOST_PAY_PERCENT = 40;

/** What is asked of every candidate again and again, worked out once. */
export interface PivotTarget {
  readonly to: Unlinked;
  /** In whole hundredths; a typed array, since every occupation is matched with every other. */
  readonly ratings: Int16Array;
  readonly pay: number | null;
  /** Logarithm (base 10) of the UK jobs in its unit groups. */
  readonly demand: number;
}

/** Occupations that may be a path at all: rated, and open to people who change work. */
export function pivotTargets(
  dataset: Dataset,
  licensed: LicensedContent,
  all: readonly Unlinked[],
): PivotTarget[] {
  return all.flatMap((to) => {
    const ratings = dataset.ratings.get(to.code);
    if (!ratings || licenceOf(licensed, to.code).kind === 'closed') return [];
    const jobs = to.ukCodes.reduce(
      (sum, { code, weight }) => sum + weight * (dataset.unitGroups.get(code)?.jobs ?? 0),
      0,
    );
    return [
      {
        to,
        ratings: Int16Array.from(ratings, hundredths),
        pay: usualPay(dataset, to.ukCodes),
        demand: Math.log10(Math.max(1, jobs)),
      },
    ];
  });
}

export interface PivotSources {
  readonly dataset: Dataset;
  readonly targets: readonly PivotTarget[];
  /** Ratings of a code in O*NET order; empty when it has none. */
  readonly elements: (code: string) => readonly ElementRating[];
}

const sameJob = (a: Unlinked, b: Unlinked): boolean =>
  a.code.slice(0, 7) === b.code.slice(0, 7) || a.title.toLowerCase() === b.title.toLowerCase();

/** One path between two occupations with its have and need lists, or null when either has no ratings. */
export function pivotBetween(
  { dataset, elements }: PivotSources,
  from: Unlinked,
  to: Unlinked,
): FoundPivot | null {
  const target = elements(to.code);
  const source = elements(from.code);
  if (target.length === 0 || source.length === 0) return null;
  const found = match(source, target);
  const { have, need } = found;
  return {
    slug: to.slug,
    matchPercent: shownMatch(found),
    relation: relationOf(dataset, from.code, to.code),
    direction: directionOf(from.interval, to.interval),
    have,
    need,
  };
}

/** A candidate path with what ranks it; the lists come later, for the three that are taken. */
interface Candidate {
  readonly to: Unlinked;
  readonly rank: number;
  /** Usual pay falls by more than a fifth: only when nothing better is there. */
  readonly paysLess: boolean;
}

/** Three paths for an occupation: one adjacent and two cross-domain where the data allow, best first in each. */
export function findPivots(sources: PivotSources, from: Unlinked): FoundPivot[] {
  const ranked = candidatesFor(sources, from);
  const chosen: Candidate[] = [];
  const take = (wanted: number, fits: (candidate: Candidate) => boolean): void => {
    for (const candidate of ranked) {
      if (chosen.length >= wanted) return;
      const known = chosen.some(({ to }) => to.slug === candidate.to.slug || sameJob(to, candidate.to));
      if (!known && fits(candidate)) chosen.push(candidate);
    }
  };
  // Asked of the few that come first, not of all: it is the slowest question.
  const adjacent = ({ to }: Candidate): boolean =>
    relationOf(sources.dataset, from.code, to.code) === 'adjacent';
  const newField = (candidate: Candidate): boolean =>
    !adjacent(candidate) &&
    !chosen.some((other) => minorGroup(other.to.code) === minorGroup(candidate.to.code));
  take(1, (candidate) => !candidate.paysLess && adjacent(candidate));
  take(1, adjacent);
  take(3, (candidate) => !candidate.paysLess && newField(candidate));
  take(3, ({ paysLess }) => !paysLess);
  take(3, () => true);
  return chosen.flatMap(({ to }) => pivotBetween(sources, from, to) ?? []);
}

/** Everything that passes the hard filters, best first. Empty when the occupation has no ratings. */
function candidatesFor({ dataset, targets }: PivotSources, from: Unlinked): Candidate[] {
  const row = dataset.ratings.get(from.code);
  if (!row) return [];
  const own = Int16Array.from(row, hundredths);
  const ownPay = usualPay(dataset, from.ukCodes);
  return targets
    .flatMap(({ to, ratings, pay, demand }): Candidate[] => {
      const zones = to.jobZone - from.jobZone;
      if (zones > MOST_ZONES_UP || zones < -MOST_ZONES_DOWN || sameJob(from, to)) return [];
      const percent = matchPercent(own, ratings);
      if (percent < LEAST_MATCH) return [];
      if (directionOf(from.interval, to.interval) === 'more exposed') return [];
      const gain = pay !== null && ownPay !== null ? pay / ownPay - 1 : 0;
      const rank =
        RANK.match * percent +
        RANK.used * matchPercent(ratings, own) +
        RANK.gap * bounded(from.score - to.score, MOST_GAP) +
        RANK.pay * bounded(100 * gain, MOST_PAY_PERCENT) +
        RANK.demand * demand;
      return [{ to, rank, paysLess: gain < LEAST_PAY - 1 }];
    })
    .sort((a, b) => b.rank - a.rank || (a.to.slug < b.to.slug ? -1 : 1));
}

const bounded = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
