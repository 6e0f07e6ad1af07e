import type { ElementRating } from '@app/occupations';
import type { SnapshotGap } from '../snapshot/blueprint-snapshot.js';

/** A target's element counts as met when the source is at most this far below (method §3). */
const TOLERANCE = 0.5;
const COUNTS_FROM = 2.2;

/**
 * What the person brings to an element: half their own rating, half their role's, when they rated it (method §3); else the role's.
 * Importance 1–5.
 */
export function ownImportance(element: ElementRating, ownRatings: Readonly<Record<string, number>>): number {
  const own = ownRatings[element.id];
  return own === undefined ? element.importance : (own + element.importance) / 2;
}

/**
 * The elements that say most about a move: the needs of the path first, in the order given, then the largest other gaps, then what is
 * met and weighs most; `count` in all.
 */
export function gapsOf(
  source: readonly ElementRating[],
  target: readonly ElementRating[],
  need: readonly string[],
  ownRatings: Readonly<Record<string, number>>,
  count = 8,
): SnapshotGap[] {
  const have = new Map(source.map((element) => [element.id, ownImportance(element, ownRatings)]));
  const everything = target
    .filter(({ importance }) => importance >= COUNTS_FROM)
    .map((element): SnapshotGap => {
      const mine = have.get(element.id) ?? 1;
      return {
        id: element.id,
        name: element.name,
        kind: element.kind,
        needed: element.importance,
        have: mine,
        met: mine >= element.importance - TOLERANCE && !need.includes(element.name),
      };
    });
  // Mathematics is both a skill and a field of knowledge: one line is enough.
  const all = everything.filter(
    (gap, index) => everything.findIndex(({ name }) => name === gap.name) === index,
  );
  const needs = need.flatMap((name) => all.filter((gap) => gap.name === name && !gap.met).slice(0, 1));
  const named = new Set(needs.map(({ id }) => id));
  const others = all.filter(({ id }) => !named.has(id));
  const gaps = others
    .filter(({ met }) => !met)
    .sort((a, b) => b.needed - b.have - (a.needed - a.have) || b.needed - a.needed);
  const met = others.filter((gap) => gap.met).sort((a, b) => b.needed - a.needed);
  const open = [...needs, ...gaps].slice(0, count - 3);
  return [...open, ...met.slice(0, count - open.length)];
}
