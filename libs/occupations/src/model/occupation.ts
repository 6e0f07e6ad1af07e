import type { CrosswalkConfidence, Interval } from '../dataset/types.js';
import type { SectorId } from '../dataset/sectors.js';
import type { Pivot } from './pivot.js';
import type { Task } from './task.js';
import type { SeniorityWindow, Window } from './window.js';

/** Edited: written for the occupation. Data: built from its figures alone. */
export type OccupationKind = 'edited' | 'data';

/** A UK SOC 2020 unit group the occupation maps to. */
export interface UkCode {
  readonly code: string;
  readonly name: string;
  /** 0–1, summing to 1; the first is the main one. */
  readonly weight: number;
}

/** What lists, search and rankings need. */
export interface OccupationSummary {
  readonly slug: string;
  readonly title: string;
  /** SOC 2020: a unit group (`2433`) or a sub-unit group (`2433/04`). Of an edited report, the one it is about or hangs on. */
  readonly code: string;
  readonly sector: SectorId;
  readonly sectorName: string;
  readonly kind: OccupationKind;
  /** Unrounded, 0–100; pages show it rounded. */
  readonly score: number;
  readonly interval: Interval;
  /** Share of UK employment in occupations that score lower, 0–100, unrounded. */
  readonly percentile: number;
}

/** An occupation with everything the scoring of a person needs. */
export interface Occupation extends OccupationSummary {
  /** O*NET-SOC 2019 code that is most nearly the same work. */
  readonly onetCode: string;
  /** Where its skill and knowledge ratings are found: the group's own pooled ones, or the O*NET code an editor named. */
  readonly skillsCode: string;
  /** O*NET job zone 2–5. */
  readonly jobZone: number;
  readonly window: Window;
  readonly seniority: readonly SeniorityWindow[];
  readonly tasks: readonly Task[];
  /** Interests R, I, A, S, E, C on O*NET's scale 1–7. */
  readonly interests: readonly number[];
  readonly ukCodes: readonly UkCode[];
  readonly ukConfidence: CrosswalkConfidence;
  /** Months that rules, safety or trust add before tools are taken up, 0–24. */
  readonly barrierMonths: number;
  readonly pivots: readonly Pivot[];
}
