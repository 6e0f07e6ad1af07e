/** Moves that keep every limit and are still not offered: they bring nothing that the person has not got. */
export interface NoGain {
  /** That pay less than the person earns, are not clearly less exposed and have nothing they asked for; best first, as titles. */
  readonly payLess: readonly string[];
  /** That are more exposed and pay too little more for that. */
  readonly moreExposed: readonly string[];
}
