import type { Unlinked } from '../build/data-occupation.js';
import type { Dataset } from '../dataset/types.js';
import type { NextGroup } from '../groups/next-groups.js';
import { matchPercent } from '../method/match.js';
import { hundredths } from '../method/rounding.js';
import { plausibility } from './related.js';
import { usualPay } from './usual-pay.js';

/** Order of moves (method §3), each part 0–1, less for each place further down the writers' list: of the moves they put first, fewest are doubtful. */
const RANK = {
  match: 0.5,
  plausible: 0.7,
  gap: 0.15,
  pay: 0.15,
  demand: 0.1,
  place: 0.1,
} as const;
/** The writers' first moves are printed before all that the parts of the ranking would put there. */
const FIRST_CHOICES = 3;
/** Gains past these count no further, so that no single wish decides. */
const MOST_GAP = 25;
const MOST_PAY = 0.4;
/** Tenfolds of UK jobs: from a thousand to a million. */
const DEMAND = { from: 3, to: 6 } as const;
/** A move that may be offered. */
export interface Move {
  readonly to: Unlinked;
  readonly rank: number;
  /** Its place among the writers' first choices, from 0; Infinity when it is none. */
  readonly choice: number;
  /** The editor's move behind it. */
  readonly written: NextGroup;
}

/** What is asked of every target again and again, worked out once. */
export interface MoveTarget {
  readonly to: Unlinked;
  readonly ratings: Int16Array;
  readonly pay: number | null;
  readonly jobs: number;
}

export function moveTargets(dataset: Dataset, targets: readonly Unlinked[]): MoveTarget[] {
  return targets.flatMap((to) => {
    const row = dataset.ratings.get(to.skillsCode);
    const jobs = dataset.occupations.get(to.code)?.ukJobs ?? 0;
    return row
      ? [{ to, ratings: Int16Array.from(row, hundredths), pay: usualPay(dataset, to.ukCodes), jobs }]
      : [];
  });
}

/** Moves from an occupation that editors wrote for its unit group, best first: their first choices in their order, then by rank. */
export function rankMoves(
  dataset: Dataset,
  from: Unlinked,
  targets: readonly MoveTarget[],
  written: readonly NextGroup[],
): Move[] {
  const row = dataset.ratings.get(from.skillsCode);
  if (!row) return [];
  const own = Int16Array.from(row, hundredths);
  const ownPay = usualPay(dataset, from.ukCodes);
  const unit = from.code.slice(0, 4);
  return targets
    .flatMap(({ to, ratings, pay, jobs }): Move[] => {
      const group = to.code.slice(0, 4);
      if (group === unit || to.slug === from.slug) return [];
      const place = written.findIndex((move) => move.to === group);
      const move = written[place];
      // What nobody wrote is not offered: likeness of skills alone has led road safety officers to paramedics.
      if (!move) return [];
      const percent = matchPercent(own, ratings);
      const plausible = plausibility(dataset, from, to);
      const raise = pay !== null && ownPay !== null ? pay / ownPay - 1 : 0;
      const rank =
        RANK.match * (percent / 100) +
        RANK.plausible * plausible +
        RANK.gap * share(from.score - to.score, MOST_GAP) +
        RANK.pay * share(raise, MOST_PAY) +
        RANK.demand * demand(jobs) -
        RANK.place * place;
      const choice = place < FIRST_CHOICES ? place : Infinity;
      return [{ to, rank, choice, written: move }];
    })
    .sort(
      (a, b) =>
        Number(a.choice > b.choice) - Number(a.choice < b.choice) ||
        b.rank - a.rank ||
        (a.to.slug < b.to.slug ? -1 : 1),
    );
}

/** −1 to 1. */
const share = (value: number, most: number): number => Math.max(-1, Math.min(1, value / most));
const demand = (jobs: number): number =>
  Math.max(0, Math.min(1, (Math.log10(Math.max(1, jobs)) - DEMAND.from) / (DEMAND.to - DEMAND.from)));
