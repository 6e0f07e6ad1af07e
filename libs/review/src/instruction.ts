/** What somebody who read a draft wants of the next one. */
export interface Instruction {
  readonly id: string;
  /** From 1; 0 for the draft as a whole. */
  readonly page: number;
  readonly words: string;
  /** Who wrote it. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  /** The version it was written about. */
  readonly version: number;
}
