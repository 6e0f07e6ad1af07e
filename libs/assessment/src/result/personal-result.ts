import type { Direction, Interval, Relation, Sureness, Tool, Window } from '@app/occupations';
import type { KeptAway } from './kept-away.js';
import type { NoGain } from './no-gain.js';
import type { RatedSkill } from '../skills/own-ratings.js';

/** How much a result rests on, least first. */
export type Detail = 'title unknown' | 'title only' | 'ticks' | 'bands' | 'exact';

export type Comparison = 'about the same' | 'more exposed' | 'less exposed';

/** One part of the person's week. `other` is the work they did not name. */
export interface WeekRow {
  readonly taskId: string;
  readonly name: string;
  /** Share of the person's week as scored, 0–1; over the rows they sum to 1. */
  readonly share: number;
  /** Share that the person stated, 0–1, 0 of what they did not tick; absent when they said nothing of their week, and in older results. */
  readonly stated?: number;
  /** Hours a week; only when the person gave their hours. */
  readonly hours?: number;
  /** Share in the occupation's typical week, 0–1; 0 for own tasks and other work. */
  readonly typicalShare: number;
  /** 0–100. */
  readonly exposure: number;
  /** 0–100. */
  readonly exposureIn5Years: number;
  /** Standard deviation of the exposure, points. */
  readonly sd: number;
  /** (share − typicalShare) × (exposure − occupationScore), points. */
  readonly contribution: number;
  readonly tools: readonly Tool[];
  readonly own: boolean;
}

/** A step from the occupation's score to the person's, points; they sum to `score − occupationScore`. */
export interface WaterfallStep {
  readonly label: string;
  readonly points: number;
}

/** A move of hours between two of the person's own tasks. */
export interface Lever {
  readonly fromTaskId: string;
  readonly toTaskId: string;
  readonly from: string;
  readonly to: string;
  /** Whole per cent of the week, as it would be entered. */
  readonly percent: number;
  /** Hours a week, at most 4. */
  readonly hours: number;
  /** Unrounded, 0–100. */
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  /** "Move 4 hours a week from A to B: 54 → 47." */
  readonly words: string;
}

/** An option for the person, ranked. *Stay and reshape* is always among them. */
export interface RankedPath {
  readonly kind: 'stay and reshape' | 'pivot';
  /** Slug of the target; of the person's own occupation when they stay ('' when it is unknown). */
  readonly slug: string;
  readonly title: string;
  /** Place in the ranking, from 1. */
  readonly rank: number;
  /** Whole per cent; 100 for staying. From the person's own ratings where they gave any. */
  readonly matchPercent: number;
  /** The match of the usual skills of the job, whole per cent; only where own ratings went into `matchPercent`. */
  readonly usualMatchPercent?: number;
  readonly relation: Relation | 'same work';
  /** Against the person's own interval; claimed only when the two separate. */
  readonly direction: Direction;
  /** 0–100, unrounded. */
  readonly score: number;
  readonly interval: Interval;
  readonly have: readonly string[];
  readonly need: readonly string[];
  readonly entryRoute?: string;
  /** Full-time median, pounds a year, where it is known. */
  readonly medianPay?: number;
  /** Area, survey and release of the pay: "London, ASHE 2025 provisional". */
  readonly payBasis?: string;
  /** How close the person's interests lie to it, −1 to 1; only when they answered. Not part of the match. */
  readonly interestFit?: number;
  /** Plain sentences: what speaks for it and what to check. */
  readonly reasons: readonly string[];
  /** It keeps the person's limits only if somebody else pays, or for who holds most of it; the reasons say which. */
  readonly strained?: true;
  /** It is work in the kind of place that their own title names: a surgery, a warehouse. */
  readonly ownPlace?: true;
}

/** Something beside the tasks that moves the score: the person's own use of AI, and what their work demands. */
export interface Adjustment {
  readonly kind: 'ai use' | 'demand';
  /** The task or the demand. */
  readonly name: string;
  /** The answer in short: "does parts of it", "most of the work". */
  readonly answer: string;
  /** Points as used, against what is usual in the work, after the bound; below zero lowers the exposure. 0 for answers that move nothing. */
  readonly points: number;
}

/** What draws a person, beside what their occupation is like. Not part of the score, nor of the match. */
export interface InterestResult {
  /** R, I, A, S, E, C, 0–100 each. */
  readonly person: readonly number[];
  /** The occupation's profile (for a family of work its average), 0–100 each. */
  readonly occupation: readonly number[];
  /** −1 to 1; absent when the person leans nowhere. */
  readonly fit?: number;
}

/** A person's result, computed from their answers and one version of the catalogue and the model. JSON-serialisable. */
export interface PersonalResult {
  /** '' when the title is unknown. */
  readonly slug: string;
  /** The occupation, or the family of work when the title is unknown. */
  readonly occupationTitle: string;
  /** Without a title: the occupation that their own words describe, which the paths start from; absent when none does, and in older results. */
  readonly describedAs?: string;
  /** They have no job now: whatever is said of a week is said of the one they described. */
  readonly betweenJobs?: true;
  /** Their words in place of a title, where those found the occupation that is scored. */
  readonly described?: string;
  /** How much it rests on. */
  readonly level: Detail;
  /** What it rests on, one sentence. */
  readonly levelWords: string;
  /** Unrounded, 0–100. */
  readonly score: number;
  /** 80 %, unrounded, 0–100; holds the score. */
  readonly interval: Interval;
  /** One word, or two bands when the line between them runs between scores that cannot be told apart. */
  readonly band: string;
  readonly occupationScore: number;
  readonly occupationInterval: Interval;
  readonly comparison: Comparison;
  /** How sure that is; absent when about the same, and in results made before it was worked out. */
  readonly sureness?: Sureness;
  readonly rows: readonly WeekRow[];
  /** What the answers beside the tasks add or take away: ±8 together; a line for each answer given. */
  readonly adjustments: readonly Adjustment[];
  /** Sums to score − occupationScore. */
  readonly waterfall: readonly WaterfallStep[];
  /** Best first, at most three; empty when no move helps. */
  readonly levers: readonly Lever[];
  /** Length of the week the hours are of. */
  readonly weekHours: number;
  /** False when a usual week was assumed. */
  readonly weekHoursGiven: boolean;
  readonly window: Window;
  /** Whose week the window is of; absent in results made before it followed the comparison. */
  readonly windowOf?: 'own week' | 'typical week';
  /** Months that rules, safety or trust add to it; absent in results made before it was kept. */
  readonly barrierMonths?: number;
  /** Share of UK employment in occupations that score lower, 0–100, unrounded; of the typical week when the score is about the same. */
  readonly percentile: number;
  /** Best first. */
  readonly pivots: readonly RankedPath[];
  /** Where fewer than three paths keep all limits: what each limit alone keeps away, the most first. */
  readonly keptAway?: readonly KeptAway[];
  /** Where fewer than three paths are offered: those that keep all limits and still bring nothing; absent when there are none. */
  readonly noGain?: NoGain;
  readonly strengths: readonly string[];
  /** Own ratings beside what is usual in the job, in O*NET order; absent when none were given or asked. */
  readonly skills?: readonly RatedSkill[];
  /** Absent when the statements were skipped, or too few of them answered. */
  readonly interests?: InterestResult;
  /** 16 hexadecimal digits: hash of the scored inputs and the model version. Same seed, same result. */
  readonly seed: string;
  readonly catalogueVersion: string;
  readonly modelVersion: string;
}
