/** How important one O*NET skill or knowledge area is in an occupation. */
export interface ElementRating {
  /** O*NET element id, e.g. `2.C.3.a`. */
  readonly id: string;
  /** Sentence case, e.g. `English language`. */
  readonly name: string;
  readonly kind: 'skill' | 'knowledge';
  /** Importance IM, 1–5. Halves and less are usual: it is a mean over raters. */
  readonly importance: number;
}
