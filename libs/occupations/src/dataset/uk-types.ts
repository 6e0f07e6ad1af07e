/** What British statistics and lists say: pay, regions, groups, employers, days off, apprenticeships. */

/** Where a pay figure comes from: the unit group itself, or the level above when ONS suppressed it. */
export type PayLevel = 'unit' | 'minor' | 'sub-major' | 'major';

/** Full-time gross annual pay in whole pounds. ASHE (release: see the map it is in). Absent percentiles were suppressed by ONS. */
export interface PayBand {
  /** SOC 2020 group: four digits a unit group, one digit a major group. */
  readonly code: string;
  readonly p10?: number;
  readonly p25?: number;
  readonly median?: number;
  readonly p75?: number;
  readonly p90?: number;
  readonly mean?: number;
  /** Percentiles that are shown nowhere and bound what is filled: `p20`, `p30`, `p40`, `p60`, `p70`, `p80`. */
  readonly between?: Readonly<Record<string, number>>;
}

/** Major-group pay of a region, as a ratio to the UK median of the same major group (full-time, annual). ASHE Table 3. */
export interface RegionPay {
  /** ONS code, e.g. `E12000007`. */
  readonly region: string;
  readonly name: string;
  /** By major group 1–9; absent where ONS suppressed it. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** A UK SOC 2020 unit group. */
export interface UnitGroup {
  readonly code: string;
  readonly name: string;
  /** Jobs in the UK, people (sum of the published industry cells). Annual Population Survey. */
  readonly jobs: number;
  /** Jobs by industry section A–S; suppressed cells are absent. */
  readonly sections: Readonly<Record<string, number>>;
}

/** A large employer of the gender pay gap service. Never "hiring": an employer in an industry that employs the role. */
export interface EmployerRecord {
  readonly name: string;
  /** UK SIC 2007 codes it registered, five digits each; none for many public bodies. */
  readonly sic: readonly string[];
  /** Postcode district of its registered address (`CF10`), or ''. */
  readonly place: string;
  /** Lower bound of the published size band: 250, 500, 1000, 5000 or 20000 employees. */
  readonly sizeFrom: number;
  /** The band as published, e.g. `1000 to 4999`. */
  readonly size: string;
}

/** A day off in England and Wales. */
export interface BankHoliday {
  /** ISO date. */
  readonly date: string;
  readonly title: string;
}

/** An apprenticeship of England on Skills England's list. */
export interface ApprenticeshipRecord {
  /** `ST0001`. */
  readonly reference: string;
  readonly version: string;
  readonly name: string;
  readonly level: number;
  /** `leaving`: still open, but without public money for new starts, or about to be withdrawn. */
  readonly status: 'open' | 'paused' | 'leaving';
  /** The most that public money pays a provider, pounds. */
  readonly fundingBand: number;
  /** Usual length; units are counted in hours and have none. */
  readonly months?: number;
  /** Whether the work itself is regulated. */
  readonly regulated: boolean;
  /** Bodies that recognise it, as the list prints them. */
  readonly recognition?: string;
}
