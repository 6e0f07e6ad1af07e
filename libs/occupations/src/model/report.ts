import type { Interval, MeasureId } from '../dataset/types.js';
import type { Occupation, OccupationKind } from './occupation.js';
import type { Pivot } from './pivot.js';
import type { Task } from './task.js';
import type { SeniorityWindow, Window } from './window.js';

/** A score as pages show it. */
export interface ShownScore {
  /** Unrounded, 0–100. */
  readonly exact: number;
  /** Rounded. */
  readonly value: number;
  /** 80 % interval, rounded. */
  readonly interval: Interval;
  /** "Very low", "Low", "Medium", "High" or "Very high". */
  readonly band: string;
}

export interface ReportTask extends Task {
  /** Rounded exposure, the number beside the label. */
  readonly exposureShown: number;
  /** Share of the week in whole per cent. */
  readonly sharePercent: number;
}

export interface TimelinePeriod {
  readonly phase: 'past' | 'now' | 'next';
  readonly from: number;
  readonly to: number;
  /** e.g. `2020–2024` */
  readonly period: string;
  readonly title: string;
  readonly text: string;
}

/** Where a role stands beside this one, by the rounded scores. Says nothing about the intervals. */
export type ComparePlace =
  | 'higher score'
  | 'this occupation'
  | 'same score'
  | 'same sector, lower score'
  | 'lower score'
  | 'lower score still';

/** One of the four roles in the comparison, highest score first. */
export interface CompareRole {
  readonly slug: string;
  readonly title: string;
  readonly place: ComparePlace;
  readonly score: ShownScore;
}

export interface Question {
  readonly question: string;
  readonly answer: string;
}

/** Something that tools let people in this work do more of, as the editors rate it. */
export interface Gain {
  readonly id: string;
  readonly name: string;
  readonly how: string;
  /** How much more of it a person could do today, 0–100, and in words. */
  readonly gain: number;
  readonly word: 'A lot' | 'Some' | 'A little';
  readonly needs: string;
  readonly tools: readonly string[];
}

/** One measure on the common axis. */
export interface EvidenceDot {
  readonly measure: MeasureId;
  readonly name: string;
  readonly unit: string;
  /** Null where the measure's licence does not let its values be passed on. */
  readonly value: number | null;
  /** Share of UK employment that is lower on this measure, 0–100. */
  readonly percentile: number;
  readonly inScore: boolean;
  /** Id into `sources`. */
  readonly source: string;
}

/** A source as credited under the report. */
export interface ReportSource {
  readonly id: string;
  readonly name: string;
  readonly release: string;
  readonly licence: string;
  readonly credit: string;
  /** What the report takes from it. */
  readonly usedFor: string;
}

/** Everything the occupation page draws (all parts but the price and the promise), ready for JSON. */
export interface OccupationReport {
  readonly slug: string;
  readonly title: string;
  readonly kind: OccupationKind;
  /** What kind of report this is, one sentence. */
  readonly kindNote: string;
  readonly sector: { readonly id: string; readonly name: string };
  readonly code: string;
  /** The finding as a sentence. */
  readonly headline: string;
  /** `YYYY-MM` and "November 2026". */
  readonly updated: { readonly month: string; readonly words: string };
  readonly basedOn: string;
  readonly catalogueVersion: string;
  readonly modelVersion: string;
  readonly score: ShownScore;
  readonly window: Window;
  readonly seniority: readonly SeniorityWindow[];
  /** What holds tools back in this work and how its workplaces take them up, a sentence each. Edited reports only. */
  readonly pace: readonly string[];
  /** Where the shares by level come from. */
  readonly seniorityNote: string;
  /** `figure` is the value as it stands alone on a page. */
  readonly percentile: {
    readonly exact: number;
    readonly value: number;
    readonly figure: string;
    readonly words: string;
  };
  readonly summary: readonly string[];
  readonly tasks: readonly ReportTask[];
  /** Most first; edited reports only. */
  readonly gains: readonly Gain[];
  readonly timeline: readonly TimelinePeriod[];
  readonly compare: readonly CompareRole[];
  readonly pivots: readonly Pivot[];
  readonly faq: readonly Question[];
  readonly evidence: {
    readonly dots: readonly EvidenceDot[];
    /** Routine work that machines could take over, as seen in 2013: no part of the score. */
    readonly routine?: EvidenceDot;
    /** Percentile of our own score, for the same axis. */
    readonly scorePercentile: number;
    /** One sentence on how far the measures agree. */
    readonly agreement: string;
  };
  readonly sources: readonly ReportSource[];
  /** What is missing or stands in, each a sentence; empty when nothing is. */
  readonly notes: readonly string[];
  /** Breaches of the consistency gate; a report with any is `noindex`. */
  readonly breaches: readonly string[];
  readonly indexable: boolean;
  /** The occupation itself, for tools that go on from the page. */
  readonly occupation: Occupation;
}
