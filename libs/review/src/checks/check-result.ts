/** Red blocks approval; amber asks the reviewer for a reason; green is what it says. */
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
}

export const worstOf = (checks: readonly CheckResult[]): CheckLevel =>
  checks.some(({ level }) => level === 'red')
    ? 'red'
    : checks.some(({ level }) => level === 'amber')
      ? 'amber'
      : 'green';
