/** Red blocks approval; amber asks the reviewer a question that only a person can answer; green is what it says. */
export type CheckLevel = 'green' | 'amber' | 'red';

/** One automatic check of one rendered file. Stored with the review. */
export interface CheckResult {
  /** Stable name: `pages`, `fonts`. */
  readonly id: string;
  /** What was asked, as the reviewer reads it. */
  readonly title: string;
  readonly level: CheckLevel;
  /** What was found, and with it what the check really proves. */
  readonly found: string;
  /** The pages it is about, from 1; absent when it is about the file, or in reviews opened before checks named them. */
  readonly pages?: readonly number[];
  /** What to do about a red one. */
  readonly todo?: string;
  /** What the reviewer is asked by an amber one. */
  readonly question?: string;
}

export const worstOf = (checks: readonly CheckResult[]): CheckLevel =>
  checks.some(({ level }) => level === 'red')
    ? 'red'
    : checks.some(({ level }) => level === 'amber')
      ? 'amber'
      : 'green';
