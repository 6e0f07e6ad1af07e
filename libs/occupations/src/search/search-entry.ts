/** An occupation and all the names its work goes by. */
export interface SearchEntry {
  readonly slug: string;
  readonly title: string;
  /** Names that editors chose for exactly this work: stronger than any list. */
  readonly chosenTitles: readonly string[];
  /** Names from lists, of exactly this work; others may go by them too. */
  readonly otherTitles: readonly string[];
  /** Names of the wider group it belongs to: weaker, since the group holds other work too. */
  readonly groupTitles: readonly string[];
  /** Raises likely answers: 1 is usual. */
  readonly boost: number;
}
