import type { SectorId } from '@app/occupations';
import type { AiUse } from './ai-use.js';
import type { Avoidance, PayBandId, RegionId, Travel, WorkLevel } from './choices.js';
import type { Band } from './bands.js';
import type { DemandId, DemandLevel } from './demands.js';
import type { InterestAnswers } from './interest-statements.js';
import type { SkillRatings } from './skill-ratings.js';

/** A task of the occupation that the person ticked. */
export interface ListedTask {
  readonly taskId: string;
}

/** A task in the person's own words, mapped to a generalised work activity whose exposure it takes. */
export interface OwnTask {
  /** `own-1` to `own-3`. */
  readonly taskId: string;
  /** As typed, at most 80 characters. */
  readonly text: string;
  /** O*NET activity id, e.g. `4.A.2.a.4`. */
  readonly activity: string;
}

export type ChosenTask = ListedTask | OwnTask;

/** How much of the week each task takes: by band, or in whole per cent. `occupationSlug` is the job they were given for. */
export type Amounts =
  | {
      readonly kind: 'bands';
      readonly occupationSlug: string;
      readonly bands: Readonly<Record<string, Band>>;
      /** Everything else the person does. */
      readonly other: Band;
    }
  | {
      readonly kind: 'exact';
      readonly occupationSlug: string;
      /** 0–100 each, at most 100 together; the rest is other work. */
      readonly percents: Readonly<Record<string, number>>;
    };

/** What AI tools do today of the biggest tasks, by task id. `subject` is the job, or the family of work, they were given for. */
export interface AiUses {
  readonly subject: string;
  readonly tasks: Readonly<Record<string, AiUse>>;
}

/** What would make a move work. Everything may be left out. */
export interface Constraints {
  /** Lowest pay the person would accept, whole pounds a year before tax. */
  readonly lowestPay?: number;
  /** Longest time for training, months. */
  readonly monthsToTrain?: number;
  readonly travel?: Travel;
  /** What they can spend on learning, whole pounds in all. */
  readonly budget?: number;
  /** Hours a week they can study. */
  readonly hoursPerWeekForLearning?: number;
  readonly avoid?: readonly Avoidance[];
}

/** Why somebody does not want a path. */
export const REJECTION_REASONS = ['not-for-me', 'pay', 'training', 'place', 'tried'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export interface RejectedPath {
  readonly slug: string;
  readonly why: RejectionReason;
}

/**
 * Everything a person has told us. Each question owns its own keys (`saves` in the file of questions), so that two
 * tabs cannot undo each other; every key may be missing. What a question that is only shown saved lies under a key that is not named here.
 */
export interface Answers {
  /** The occupation chosen; absent when none fitted. */
  readonly occupationSlug?: string;
  /** The family of work, when no title fitted. */
  readonly familyId?: SectorId;
  /** The person's own words for their job, at most 80 characters. Shown, never scored. */
  readonly jobTitle?: string;

  readonly tasks?: readonly ChosenTask[];
  /** The job the ticks were given for: after a change of job they are kept, but not used. */
  readonly tasksFor?: string;
  readonly amounts?: Amounts;

  readonly aiUse?: AiUses;
  readonly demands?: Readonly<Partial<Record<DemandId, DemandLevel>>>;

  readonly level?: WorkLevel;
  /** Whole years in this kind of work. */
  readonly years?: number;
  /** Industry the person works in, which need not be that of the occupation. */
  readonly sector?: SectorId;
  readonly region?: RegionId;
  /** Hours worked in a usual week. */
  readonly hoursPerWeek?: number;
  readonly payBand?: PayBandId;

  readonly skills?: SkillRatings;
  readonly interests?: InterestAnswers;

  readonly constraints?: Constraints;
  /** Paths the person does not want, with why. */
  readonly rejectedPaths?: readonly RejectedPath[];
}

export const isOwnTask = (task: ChosenTask): task is OwnTask => 'text' in task;
