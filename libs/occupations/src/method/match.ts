import type { ElementRating } from '../dataset/element-rating.js';
import { hundredths, roundHalfUp } from './rounding.js';

/** Elements of the target at or above this importance count in the match. */
export const COUNTED_FROM = 2.2;
/** At or above this importance an element is named as something needed or already had. */
export const NAMED_FROM = 2.4;
/** How far the source may be below the target and still cover it, points of importance. */
export const TOLERANCE = 0.5;
/** Share of the target's importance that counts as having it. */
export const HAVE_SHARE = 0.85;
export const NAMED = 4;

export interface Match {
  /** 0–100, unrounded: share of the target's important elements, weighted by importance, that the source covers. */
  readonly percent: number;
  /** Names, at most four. */
  readonly have: readonly string[];
  /** Names, at most four. */
  readonly need: readonly string[];
}

/** The same in whole hundredths: floats would be wrong by a hair on thousands of pairs. */
const COUNTED = hundredths(COUNTED_FROM);
const NAMEABLE = hundredths(NAMED_FROM);
const SLACK = hundredths(TOLERANCE);
/** Share of importance in hundredths of it. */
const HAVE = hundredths(HAVE_SHARE);

/**
 * Share of what the target asks that the source covers, per cent, unrounded (method §3): among elements with IM ≥ 2.2 in the target,
 * weighted by IM − 1, those where the source is at most 0.5 below.
 * @param own importance in the source in whole hundredths, by the target's element order
 * @param target the same of the target
 */
export function matchPercent(own: ArrayLike<number>, target: ArrayLike<number>): number {
  let weight = 0;
  let covered = 0;
  for (let order = 0; order < target.length; order += 1) {
    const importance = target[order] ?? 100;
    if (importance < COUNTED) continue;
    weight += importance - 100;
    if ((own[order] ?? 100) >= importance - SLACK) covered += importance - 100;
  }
  return weight > 0 ? (100 * covered) / weight : 0;
}

/** A match as shown: whole per cent, and never 100 while something is still needed. */
export const shownMatch = ({ percent, need }: Pick<Match, 'percent' | 'need'>): number =>
  Math.min(roundHalfUp(percent), need.length > 0 ? 99 : 100);

/** Importance in tenths, half up: what orders the list of what one has. */
const tenths = (importance: number): number => roundHalfUp(importance / 10);

/**
 * How far the skills and knowledge of one occupation carry over to another (method §3).
 *
 * @param source ratings of where the person stands, in O*NET order (skills, then knowledge)
 * @param target ratings of the occupation to move to, in O*NET order. An element the source lacks counts as 1, "not important".
 */
export function match(source: readonly ElementRating[], target: readonly ElementRating[]): Match {
  const own = new Map(source.map(({ id, importance }) => [id, hundredths(importance)]));
  const pairs = target.map((element, order) => ({
    ...element,
    importance: hundredths(element.importance),
    order,
    own: own.get(element.id) ?? 100,
  }));
  const percent = matchPercent(
    pairs.map((element) => element.own),
    pairs.map(({ importance }) => importance),
  );
  const named = pairs.filter(({ importance }) => importance >= NAMEABLE);
  const need = named
    .filter((element) => element.own < NAMEABLE)
    .sort((a, b) => b.importance - a.importance || a.order - b.order);
  const have = named
    .filter((element) => element.own >= NAMEABLE && 100 * element.own >= HAVE * element.importance)
    .sort(
      (a, b) =>
        tenths(b.importance) - tenths(a.importance) || kindOrder(a) - kindOrder(b) || a.order - b.order,
    );
  // Mathematics is both a skill and a knowledge area: one name is enough.
  const names = (list: readonly ElementRating[]): string[] =>
    [...new Set(list.map(({ name }) => name))].slice(0, NAMED);
  return { percent, have: names(have), need: names(need) };
}

/** Ties go to knowledge: it says more about a job than a skill every job needs. */
const kindOrder = ({ kind }: ElementRating): number => (kind === 'knowledge' ? 0 : 1);
