import type { ForTrades } from './trade-fit.js';

/** Cut points are fixed: ≥ 60 High, 35–59 Medium, < 35 Low, on the rounded exposure that is shown. */
export type RiskLabel = 'High' | 'Medium' | 'Low';

/** An AI tool that does a task, or a large part of it, today. */
export interface Tool extends ForTrades {
  readonly name: string;
  /** Month in which an editor last checked that it does, `YYYY-MM`. */
  readonly checked: string;
}

/** A part of the week. On data reports a generalised work activity stands in for it. */
export interface Task {
  /** Stable within the occupation; saved in answers. */
  readonly id: string;
  readonly name: string;
  /** What it involves, one plain sentence. */
  readonly involves?: string;
  /** Share of the typical week, 0–1; over the occupation they sum to 1. */
  readonly share: number;
  /** What current tools can do of it, 0–100. */
  readonly exposure: number;
  /** The same in five years, 0–100. */
  readonly exposureIn5Years: number;
  /** Standard deviation of the rating, points. */
  readonly sd: number;
  readonly risk: RiskLabel;
  /** Empty on data reports: we name a tool only where an editor checked it. */
  readonly tools: readonly Tool[];
  /** Why the rating is what it is, by the rubric. Edited reports only. */
  readonly rubric?: string;
  /** Generalised work activity (O*NET id) the task belongs to, for own tasks and levers. */
  readonly activity?: string;
}
