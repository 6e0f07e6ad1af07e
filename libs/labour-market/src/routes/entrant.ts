/** Who asks for the way in: what of them changes it. */
export interface Entrant {
  /** Unit group of their own work; undefined where no title was found. */
  readonly ownGroup?: string | undefined;
  /** Their title, or their own words for what they do. */
  readonly title: string;
  /** ONS code of where they live. */
  readonly region?: string | undefined;
  readonly outOfWork: boolean;
  /** Hours that they work a week. */
  readonly hoursPerWeek?: number | undefined;
  /** Months they have for training. */
  readonly monthsToTrain?: number | undefined;
}
