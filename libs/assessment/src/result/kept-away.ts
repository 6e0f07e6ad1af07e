/** A limit that alone keeps paths away. */
export interface KeptAway {
  /** What would have to give: "with more months of training". */
  readonly words: string;
  readonly paths: number;
  /** Of those paths the first, best first, as titles. */
  readonly titles: readonly string[];
}
