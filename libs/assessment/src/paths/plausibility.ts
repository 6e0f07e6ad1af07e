import type { PathTarget } from './path-targets.js';

/** A move an editor wrote, by its place in the list: the first is the most usual. */
const WRITTEN = { first: 1, step: 0.03, least: 0.76 } as const;
/** What is known of other moves (method §3): nearness in two statistics, each weaker than a written move. */
const RELATED_CLOSE = { within: 10, worth: 0.7 } as const;
const RELATED = { within: 20, worth: 0.55 } as const;
const SAME_MINOR_GROUP = 0.6;
const SAME_SUB_MAJOR_GROUP = 0.35;

/**
 * How plausible it is that somebody in the UK makes the move, 0–1; 0 when nothing speaks for it.
 * @param group unit group the person works in, if known
 * @param related place of the target among the related occupations, from 0; Infinity when it is none
 * @param written place of the target in the editors' list for that group, from 0
 */
export function plausibility(
  group: string | undefined,
  related: number,
  target: PathTarget,
  written: number | undefined,
): number {
  if (written !== undefined) return Math.max(WRITTEN.least, WRITTEN.first - WRITTEN.step * written);
  const shares = (digits: number): boolean => group?.slice(0, digits) === target.group.slice(0, digits);
  return Math.max(
    related < RELATED_CLOSE.within ? RELATED_CLOSE.worth : related < RELATED.within ? RELATED.worth : 0,
    shares(3) ? SAME_MINOR_GROUP : shares(2) ? SAME_SUB_MAJOR_GROUP : 0,
  );
}

/** Even a written move says nothing where next to nothing carries over, whole per cent. */
const LEAST_WRITTEN = 20;

/** Least match that a move needs which no editor wrote, whole per cent, by how plausible it is otherwise. */
export const leastMatch = (plausible: number): number =>
  plausible >= WRITTEN.least
    ? LEAST_WRITTEN
    : plausible >= SAME_MINOR_GROUP
      ? 60
      : plausible >= RELATED.worth
        ? 65
        : 80;
