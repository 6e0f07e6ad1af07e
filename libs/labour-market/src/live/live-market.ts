/** What is asked: an occupation's titles, the best known first, and where. */
export interface LiveQuestion {
  /** The first that finds a vacancy is the one searched for; at most three are tried. */
  readonly titles: readonly string[];
  /** ONS code or name of a UK region; without it, or when it is unknown, the whole UK. */
  readonly region?: string | undefined;
}

/** Advertised pay from `from` up to (not including) `to`; `to` is null for the last step, which is open. Pounds a year. */
export interface PayStep {
  readonly from: number;
  readonly to: number | null;
  readonly vacancies: number;
}

export interface AdvertisingCompany {
  readonly name: string;
  readonly vacancies: number;
  /** Mean advertised pay in whole pounds a year, where the source gives one. */
  readonly meanPay: number | null;
}

export interface MonthlyPay {
  /** `2026-10`. */
  readonly month: string;
  /** Mean advertised pay in whole pounds a year. */
  readonly meanPay: number;
}

/**
 * A reading of the vacancies now advertised. A part is null when the source did not give it, and empty when it said there is none.
 * Whoever shows it names `source`, `searchedFor`, `area` and `readAt` beside it.
 */
export interface LiveFigures {
  readonly vacancies: number;
  /** Whole pounds a year; null when there is no vacancy or none that states pay. */
  readonly meanPay: number | null;
  /** Lowest step first. */
  readonly payHistogram: readonly PayStep[] | null;
  /** Most vacancies first. Companies that advertise, by the source's own index. */
  readonly topCompanies: readonly AdvertisingCompany[] | null;
  /** The last twelve months that the source has, oldest first: advertised pay, not the number of vacancies. */
  readonly trend: readonly MonthlyPay[] | null;
  /** The title whose vacancies these are. */
  readonly searchedFor: string;
  /** `the UK` or the name of the region. */
  readonly area: string;
  readonly source: string;
  readonly readAt: Date;
}

/** Where readings come from: each question goes outside. */
export interface LiveSource {
  forOccupation(question: LiveQuestion): Promise<LiveFigures | null>;
}

/**
 * The port to live vacancies. Null means "not live": nothing is set up, or the source does not answer now; show the official figures
 * (`payFor`, `employersFor`, `jobsFor`) and say so. Neither way throws.
 */
export abstract class LiveMarket implements LiveSource {
  /**
   * The last reading, at once: for pages, which must not wait for somebody else's server. When there is none or it is old, a new one is
   * fetched behind the page, as far as the allowance goes, and the next page shows it.
   */
  abstract latest(question: LiveQuestion): LiveFigures | null;

  /** A reading that is fetched when it must be; answers within seconds. For work that no page waits for. */
  abstract forOccupation(question: LiveQuestion): Promise<LiveFigures | null>;
}
