import type { SectorId } from './sectors.js';
import type {
  ApprenticeshipRecord,
  BankHoliday,
  EmployerRecord,
  PayBand,
  RegionPay,
  UnitGroup,
} from './uk-types.js';

export type * from './uk-types.js';

/** A range, both ends in the unit of the value it belongs to. Everywhere here it is the 80 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How sure the link between the British group and O*NET is. `low`: too weak for figures of its own. */
export type CrosswalkConfidence = 'good' | 'fair' | 'low' | 'none';

/** One UK unit group an occupation maps to. */
export interface UnitGroupLink {
  /** SOC 2020 unit group, four digits. */
  readonly code: string;
  /** Share of the link, 0–1; the weights of an occupation sum to 1. The first is the main one. */
  readonly weight: number;
}

/** Whose figures a group shows: its own links', its unit group's, or its minor group's. */
export type FiguresOf = 'own' | 'unit' | 'minor';

/** An O*NET-SOC 2019 occupation with data: what lies beneath the British groups. */
export interface OnetRecord {
  /** `15-1221.00` */
  readonly code: string;
  /** As O*NET prints it. */
  readonly title: string;
  /** O*NET job zone, 2 (little preparation) to 5 (extensive); 2 holds the former zones 1 and 2. */
  readonly jobZone: number;
  /** O*NET occupational interests 1–7 in the order R, I, A, S, E, C. */
  readonly riasec: readonly [number, number, number, number, number, number];
  /** Related occupations by O*NET, nearest first (up to 20 codes). */
  readonly related: readonly string[];
  /** Codes whose mean ratings stand in for its own. */
  readonly standIn?: readonly string[];
}

/** An O*NET occupation that a British group is linked to. */
export interface OnetLink {
  readonly code: string;
  /** 0–1; the weights of a group sum to 1, heaviest first. */
  readonly weight: number;
}

/** A British occupation: a unit group of SOC 2020 or a named sub-unit group inside one. Figures only; words are the public names. */
export interface OccupationRecord {
  /** `2433`, or `2433/04` for a sub-unit group. */
  readonly code: string;
  /** Ours: British, in sentence case. */
  readonly title: string;
  /** As ONS prints it. */
  readonly sourceTitle: string;
  /** Unique; from the title. */
  readonly slug: string;
  readonly sector: SectorId;
  /** O*NET job zone 2–5, pooled over the links. */
  readonly jobZone: number;
  /** O*NET occupational interests 1–7 in the order R, I, A, S, E, C, pooled. */
  readonly riasec: readonly [number, number, number, number, number, number];
  /** What the figures are pooled over. */
  readonly links: readonly OnetLink[];
  readonly figures: FiguresOf;
  /** Whose skill and knowledge ratings: some American occupations have never been rated. */
  readonly ratings: FiguresOf;
  readonly ukConfidence: CrosswalkConfidence;
  /** Its unit group, with weight 1: pay and jobs are of it. */
  readonly unitGroups: readonly UnitGroupLink[];
  /** UK jobs of the whole unit group (people). Never split over its sub-unit groups: nobody has counted them. */
  readonly ukJobs: number;
  /** Data score 0–100 (method §2). */
  readonly score: number;
  /** 80 % interval of the score, 0–100. */
  readonly interval: Interval;
  /** Share of UK employment in unit groups that score lower, 0–100. */
  readonly percentile: number;
}

/** How the score was made, and what testing it found (method §2). One a data set. */
export interface ModelRecord {
  readonly fit: {
    readonly intercept: number;
    readonly consensus: number;
    readonly problems: number;
    readonly error: number;
    readonly meanSpread: number;
  };
  /** Edited reports it was calibrated on. */
  readonly reports: number;
  /** Ways to make the score that were compared: leave-one-out error in points, mean agreement with a measure left out. */
  readonly tried: readonly { readonly name: string; readonly error: number; readonly agreement: number }[];
  /** One point of complex problem solving, in points of score, with its 90 % interval. */
  readonly problems: { readonly value: number; readonly low: number; readonly high: number };
  /** Share of edited reports inside the 80 % interval when left out, per cent. */
  readonly coverage: number;
  /** By measure: agreement of the score made without it. */
  readonly leftOut: Readonly<Partial<Record<MeasureId, number>>>;
  /** Mean change of a score without an input, points, by jobs. */
  readonly without: readonly { readonly input: MeasureId | 'problems'; readonly points: number }[];
  /** Rank correlation of the score with UK jobs 2021 → 2024, with its 90 % interval. */
  readonly jobsChange: Relation;
  /** The same with full-time pay 2024 → 2025. */
  readonly payChange: Relation;
  /** The unit groups where the measures stand furthest apart. */
  readonly disagree: readonly {
    readonly code: string;
    readonly title: string;
    readonly spread: number;
    readonly lowest: number;
    readonly highest: number;
  }[];
  /** Share of UK jobs by band word, per cent. */
  readonly bands: Readonly<Record<string, number>>;
}

export interface Relation {
  /** Unit groups compared. */
  readonly groups: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One of the 68 O*NET elements: 35 skills and 33 knowledge areas. */
export interface Element {
  /** O*NET element id, e.g. `2.C.3.a`. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'skill' | 'knowledge';
  /** Place in O*NET order: skills 0–34, knowledge 35–67. Index into a ratings row. */
  readonly order: number;
}

/** Importance ratings (IM, 1–5) of one occupation, by element order. */
export type ElementRating = readonly number[];

/** A generalised work activity (37 of O*NET's 41 occur) under our own plain name. */
export interface Activity {
  /** e.g. `4.A.2.a.4` */
  readonly id: string;
  readonly name: string;
}

/** An activity standing in for tasks of one occupation (method §2). */
export interface ActivityShare {
  /** Activity id. */
  readonly id: string;
  /** Share of the occupation's tasks, 0–1; sums to 1 over the occupation. */
  readonly share: number;
  /** Mean published label of its tasks, 0–100, unaltered: the score is not forced through them. */
  readonly exposure: number;
  /** Number of the occupation's tasks in the activity (a task of two activities counts in both). */
  readonly tasks: number;
}

/** The measures by name. */
export type MeasureId =
  'gptHuman' | 'gptModel' | 'freyOsborne' | 'ilo' | 'observed' | 'microsoft' | 'aioe' | 'aioeLanguage';

/** A measure's value for one occupation. */
export interface MeasureValue {
  /** In the measure's own unit (see `MeasureInfo.unit`). */
  readonly value: number;
  /** Share of UK employment in occupations that are lower on this measure, 0–100. */
  readonly percentile: number;
}

/** All measures known for one occupation; a missing one is absent, never 0. */
export type Measures = Readonly<Partial<Record<MeasureId, MeasureValue>>>;

/** What a measure is and how far the score agrees with it. */
export interface MeasureInfo {
  readonly id: MeasureId;
  readonly name: string;
  readonly unit: string;
  readonly inScore: boolean;
  /** Source id in the manifest. */
  readonly source: string;
  /** Occupations that have it. */
  readonly count: number;
  /** Spearman rank correlation of the score with it over unit groups, weighted by UK employment, −1 to 1. */
  readonly correlation: number;
}

/** A source as credited on pages. */
export interface SourceInfo {
  readonly id: string;
  readonly name: string;
  readonly release: string;
  readonly licence: string;
  readonly credit: string;
  /** File name inside the source folder. */
  readonly file: string;
  /** Data rows read. */
  readonly rows: number;
}

/** `manifest.json`: what the data set holds and what it must hash to. */
export interface Manifest {
  readonly format: 1;
  /** Version of the data: release line plus the first 12 hex digits of the files' hash. */
  readonly version: string;
  readonly sources: readonly SourceInfo[];
  readonly files: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly records: number;
  }[];
}

/** The whole catalogue in memory, frozen. Maps are by code. */
export interface Dataset {
  readonly version: string;
  readonly manifest: Manifest;
  readonly sources: ReadonlyMap<string, SourceInfo>;
  /** British groups by their code. */
  readonly occupations: ReadonlyMap<string, OccupationRecord>;
  readonly bySlug: ReadonlyMap<string, OccupationRecord>;
  /** O*NET occupations by their code: what lies beneath. */
  readonly onet: ReadonlyMap<string, OnetRecord>;
  readonly model: ModelRecord;
  readonly elements: readonly Element[];
  /** IM row by O*NET code and by code of a British group alike; 68 numbers in element order. */
  readonly ratings: ReadonlyMap<string, ElementRating>;
  readonly activities: ReadonlyMap<string, Activity>;
  /** By occupation code, largest share first. */
  readonly activityShares: ReadonlyMap<string, readonly ActivityShare[]>;
  readonly measures: ReadonlyMap<string, Measures>;
  readonly measureInfo: readonly MeasureInfo[];
  /** British job titles of the ONS coding index by code of a group; those of "n.e.c." groups stand with their unit group. */
  readonly britishTitles: ReadonlyMap<string, readonly string[]>;
  readonly unitGroups: ReadonlyMap<string, UnitGroup>;
  /** By unit group; a group without any published figure is absent. */
  readonly pay: ReadonlyMap<string, PayBand>;
  /** Pay of the major groups 1–9, UK, full-time: the next level up when a unit group is suppressed. */
  readonly majorGroupPay: ReadonlyMap<string, PayBand>;
  /**
   * Full-time annual pay of the year before (ASHE 2024, Table 14.7a) by SOC 2020 group of any level, one to four digits: the place to look
   * for a percentile the provisional 2025 release suppressed, first in the unit group itself, then in its minor and sub-major
   * group. Say the year.
   */
  readonly pay2024: ReadonlyMap<string, PayBand>;
  readonly regions: readonly RegionPay[];
  readonly employers: readonly EmployerRecord[];
  readonly bankHolidays: readonly BankHoliday[];
  /** Apprenticeships of England by reference. */
  readonly apprenticeships: ReadonlyMap<string, ApprenticeshipRecord>;
}
