import type { RankedPath } from '../result/personal-result.js';
import type { PointParts } from './path-ranking.js';

/**
 * Where a candidate stands in the ranking: `taken` is one of the three; `lower` comes after them; `alike` has the points, but two of its kind
 * come before it; `more exposed` pays too little more for that; `pays less` than they earn and has nothing else for them; `beyond limits` breaks
 * one.
 */
export type CandidateStatus = 'taken' | 'lower' | 'alike' | 'more exposed' | 'pays less' | 'beyond limits';

/** A candidate with all that its place in the ranking rests on. */
export interface RankedCandidate {
  readonly path: Omit<RankedPath, 'rank'>;
  /** SOC 2020 unit group it leads to. */
  readonly group: string;
  readonly points: PointParts;
  /** Usual months of preparation before the first pay. */
  readonly months: number;
  /** What somebody of their standing may expect, pounds a year at their hours; undefined where none is published. */
  readonly expectedPay: number | undefined;
  readonly status: CandidateStatus;
  /** The limits it breaks, sentences to the person; empty when it keeps them all. */
  readonly limits: readonly string[];
}
