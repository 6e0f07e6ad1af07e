import type { ElementRating } from '../dataset/element-rating.js';

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

/**
 * Share of what the target asks that the source covers, per cent, unrounded (method §3): among elements with IM ≥ 2.2 in the target,
 * weighted by IM − 1, those where the source is at most 0.5 below.
 * @param own importance in the source, by the target's element order
 */
export function matchPercent(own: ArrayLike<number>, target: ArrayLike<number>): number {
  let weight = 0;
  let covered = 0;
  for (let order = 0; order < target.length; order += 1) {
    const importance = target[order] ?? 1;
    if (importance < COUNTED_FROM) continue;
    weight += importance - 1;
    if ((own[order] ?? 1) >= importance - TOLERANCE) covered += importance - 1;
  }
  return weight > 0 ? (100 * covered) / weight : 0;
}

/** Importance is published with two decimals; one decimal, halves up, with the noise of binary fractions taken out first. */
const oneDecimal = (value: number): number => Math.round(Number((value * 10).toFixed(6))) / 10;

/**
 * How far the skills and knowledge of one occupation carry over to another (method §3).
 *
 * @param source ratings of where the person stands, in O*NET order (skills, then knowledge)
 * @param target ratings of the occupation to move to, in O*NET order. An element the source lacks counts as 1, "not important".
 */
export function match(source: readonly ElementRating[], target: readonly ElementRating[]): Match {
  const own = new Map(source.map(({ id, importance }) => [id, importance]));
  const pairs = target.map((element, order) => ({ ...element, order, own: own.get(element.id) ?? 1 }));
  const percent = matchPercent(
    pairs.map((element) => element.own),
    pairs.map(({ importance }) => importance),
  );
  const named = pairs.filter(({ importance }) => importance >= NAMED_FROM);
  const need = named
    .filter((element) => element.own < NAMED_FROM)
    .sort((a, b) => b.importance - a.importance || a.order - b.order);
  const have = named
    .filter((element) => element.own >= NAMED_FROM && element.own >= HAVE_SHARE * element.importance)
    .sort(
      (a, b) =>
        oneDecimal(b.importance) - oneDecimal(a.importance) ||
        kindOrder(a) - kindOrder(b) ||
        a.order - b.order,
    );
  // Mathematics is both a skill and a knowledge area: one name is enough.
  const names = (list: readonly ElementRating[]): string[] =>
    [...new Set(list.map(({ name }) => name))].slice(0, NAMED);
  return { percent, have: names(have), need: names(need) };
}

/** Ties go to knowledge: it says more about a job than a skill every job needs. */
const kindOrder = ({ kind }: ElementRating): number => (kind === 'knowledge' ? 0 : 1);
