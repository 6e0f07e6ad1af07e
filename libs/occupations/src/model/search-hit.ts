/** An occupation found by search. */
export interface SearchHit {
  readonly slug: string;
  /** Public title of the occupation. */
  readonly title: string;
  /** The title that was found, when it is another name of the same work. */
  readonly matchedTitle: string;
}
