import type { Interval } from '../dataset/types.js';

/** Claimed only when the probability that one score is above the other is at least 90 %. */
export type Direction = 'less exposed' | 'about as exposed' | 'more exposed';

/** *Adjacent*: same minor group, or related in O*NET. */
export type Relation = 'adjacent' | 'cross-domain';

/** Another occupation to move to. */
export interface Pivot {
  readonly slug: string;
  readonly title: string;
  /** Whole per cent, as shown. */
  readonly matchPercent: number;
  readonly relation: Relation;
  readonly direction: Direction;
  /** Up to four element names, most important first. */
  readonly have: readonly string[];
  /** Up to four element names, most important first. */
  readonly need: readonly string[];
  /** Named for professions that need a licence or registration. */
  readonly entryRoute?: string;
  /** Score of the target, 0–100, unrounded. */
  readonly score: number;
  /** 80 % interval of the target. */
  readonly interval: Interval;
  /** Why this path, one sentence; edited pages only. */
  readonly why?: string;
}
