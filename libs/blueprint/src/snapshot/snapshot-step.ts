/** A next step inside the person's own trade, in words. */
export interface SnapshotStep {
  /** What to search or ask for, as in running text. */
  readonly step: string;
  readonly why: string;
  readonly asks: string;
  /** Until one could do it or apply: "2–9 months". */
  readonly time: string;
  /** The same in figures: from, to. */
  readonly months: readonly [number, number];
  readonly cost: string;
  /** A sentence to say to a manager or another employer. */
  readonly say: string;
  /** Where to read more; nobody has compared the step with it. */
  readonly page: string;
  /** Who has such posts; absent where those who employ the trade have them. */
  readonly who?: string;
  /** Day on which a person found it true; absent when nobody has looked. */
  readonly checkedOn?: string;
}
