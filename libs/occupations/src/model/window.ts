/** Months until at least half of the working time is in tasks that tools can do and that have been taken up (method §2). */
export interface Window {
  /** Months from the model's date; null when it is not reached in ten years. */
  readonly fastMonths: number | null;
  readonly centralMonths: number | null;
  readonly slowMonths: number | null;
  /** "now", "late 2020s", "early 2030s", "late 2020s to early 2030s", "more than 10 years". */
  readonly words: string;
  /** Calendar year of the fast run. Absent when it is never reached. */
  readonly fromYear?: number;
  /** Calendar year of the slow run. Absent when it is never reached. */
  readonly toYear?: number;
  /** One sentence for the page. */
  readonly sentence: string;
}

export type SeniorityLevel = 'junior' | 'mid' | 'senior';

/** The window of one level, through that level's usual shares of the week. */
export interface SeniorityWindow {
  readonly level: SeniorityLevel;
  /** Score of the level's week, 0–100, unrounded. */
  readonly score: number;
  readonly window: Window;
  /** Share of the week by task id, 0–1, summing to 1. */
  readonly shares: Readonly<Record<string, number>>;
}
