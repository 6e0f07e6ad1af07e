import type { LicensedContent } from '../content/licensed-content.js';
import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import { directionOf } from '../method/direction.js';
import { match } from '../method/match.js';
import type { ElementRating } from '../model/element-rating.js';
import type { Pivot } from '../model/pivot.js';
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

export interface PivotSources {
  readonly dataset: Dataset;
  readonly licensed: LicensedContent;
  readonly candidates: readonly Unlinked[];
  readonly elements: (code: string) => readonly ElementRating[];
}

const sameJob = (a: Unlinked, b: Unlinked): boolean =>
  a.code.slice(0, 7) === b.code.slice(0, 7) || a.title.toLowerCase() === b.title.toLowerCase();

/** One path between two occupations with its have and need lists, or null when either has no ratings. */
export function pivotBetween(sources: PivotSources, from: Unlinked, to: Unlinked, why?: string): Pivot | null {
  const target = sources.elements(to.code);
  const source = sources.elements(from.code);
  if (target.length === 0 || source.length === 0) return null;
  const { percent, have, need } = match(source, target);
  const licence = licenceOf(sources.licensed, to.code);
  return {
    slug: to.slug,
    title: to.title,
    matchPercent: Math.round(percent),
    relation: relationOf(sources.dataset, from.code, to.code),
    direction: directionOf(from.interval, to.interval),
    have,
    need,
    score: to.score,
    interval: to.interval,
    ...(licence.kind === 'route' ? { entryRoute: licence.entryRoute } : {}),
    ...(why === undefined ? {} : { why }),
  };
}

/** Three paths for an occupation: one adjacent and two cross-domain where the data allow, best first in each. */
export function findPivots(sources: PivotSources, from: Unlinked): Pivot[] {
  const ownPay = usualPay(sources.dataset, from.ukCodes);
  const ranked = sources.candidates
    .filter((to) => !sameJob(from, to) && to.jobZone <= from.jobZone + MOST_ZONES_UP && to.jobZone >= from.jobZone - MOST_ZONES_DOWN)
    .filter((to) => ownPay === null || (usualPay(sources.dataset, to.ukCodes) ?? ownPay) >= LEAST_PAY * ownPay)
    .filter((to) => licenceOf(sources.licensed, to.code).kind !== 'closed')
    .flatMap((to) => {
      const pivot = pivotBetween(sources, from, to);
      return pivot && pivot.matchPercent >= LEAST_MATCH ? [{ to, pivot, rank: rankOf(sources, from, to, pivot, ownPay) }] : [];
    })
    .filter(({ pivot }) => pivot.direction !== 'more exposed')
    .sort((a, b) => b.rank - a.rank || (a.to.slug < b.to.slug ? -1 : 1));
  const chosen: typeof ranked = [];
  const take = (wanted: number, fits: (each: (typeof ranked)[number]) => boolean): void => {
    for (const each of ranked) {
      if (chosen.length >= wanted) return;
      const known = chosen.some(({ to }) => to.slug === each.to.slug || sameJob(to, each.to));
      if (!known && fits(each)) chosen.push(each);
    }
  };
  const newField = ({ to, pivot }: (typeof ranked)[number]): boolean =>
    pivot.relation === 'cross-domain' && !chosen.some((other) => minorGroup(other.to.code) === minorGroup(to.code));
  take(1, ({ pivot }) => pivot.relation === 'adjacent');
  take(3, newField);
  take(3, () => true);
  return chosen.map(({ pivot }) => pivot);
}

function rankOf({ dataset, elements }: PivotSources, from: Unlinked, to: Unlinked, pivot: Pivot, ownPay: number | null): number {
  const pay = usualPay(dataset, to.ukCodes);
  const used = match(elements(to.code), elements(from.code)).percent;
  const gain = pay !== null && ownPay !== null ? (100 * (pay - ownPay)) / ownPay : 0;
  const gap = from.score - to.score;
  const jobs = to.ukCodes.reduce((sum, { code, weight }) => sum + weight * (dataset.unitGroups.get(code)?.jobs ?? 0), 0);
  return (
    RANK.match * pivot.matchPercent +
    RANK.used * used +
    RANK.gap * bounded(gap, MOST_GAP) +
    RANK.pay * bounded(gain, MOST_PAY_PERCENT) +
    RANK.demand * Math.log10(Math.max(1, jobs))
  );
}

const bounded = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
