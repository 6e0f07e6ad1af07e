/** A move of hours that somebody tries out, and the score it gives. */
export interface WhatIf {
  /** Ids of parts of the week. */
  readonly from: string;
  readonly to: string;
  /** Hours a week, in halves; at most what the part takes. */
  readonly hours: number;
  readonly most: number;
  /** Unrounded, 0–100. */
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  /** "2 hours a week from A to B: from 54 to 52." */
  readonly words: string;
  /** What can be chosen, most exposed first; `gives` where there is half an hour to take. */
  readonly parts: readonly { readonly id: string; readonly name: string; readonly gives: boolean }[];
}
