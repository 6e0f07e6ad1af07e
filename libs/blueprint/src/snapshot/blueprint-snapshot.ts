import type { Interval, Window } from '@app/occupations';
import type { SnapshotChoice, SnapshotEdit, SnapshotNote } from './reviewers-part.js';
import type { IsoDate, NinetyDays, SnapshotLearning } from './snapshot-plan.js';
import type { SnapshotPath, SnapshotPay } from './snapshot-path.js';
import type { SnapshotStep } from './snapshot-step.js';

export type * from './reviewers-part.js';
export type * from './snapshot-path.js';
export type * from './snapshot-plan.js';
export type * from './snapshot-step.js';

/** How much the person told: less information, wider ranges and softer words. */
export type AnswerLevel = 'title unknown' | 'title only' | 'ticks' | 'bands' | 'exact';

/** A task of the person's week. Shares 0–1, exposures 0–100. */
export interface SnapshotTask {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly typicalShare: number;
  /** As the person gave it, 0–1, 0 of what they did not tick; `share` weighs it against the typical week. */
  readonly told?: number;
  readonly exposure: number;
  readonly exposureIn5Years: number;
  /** What proves it to somebody who was not there; not of work in general, nor in drafts made before it was said. */
  readonly proof?: string;
  readonly tools: readonly {
    readonly name: string;
    readonly checked: string;
    /** Day on which a person found it still true; absent when nobody has looked. */
    readonly checkedOn?: IsoDate;
  }[];
}

/** Where somebody's own pay stands, said kindly. */
export interface OwnPay {
  /** A sentence against the quarters of their trade at their hours. */
  readonly market?: string;
  /** The whole band lies under the least the law allows. */
  readonly belowLaw?: true;
  /** The least they need lies under the least the law allows at their hours. */
  readonly floorBelowLaw?: true;
  /** A sentence on the national scale that most in their work are paid on, and what leaving shifts costs on it. */
  readonly scaleNote?: string;
  /** The hours a week that keep the least they need, at the legal rate, where they work part time. */
  readonly hoursOfFloor?: string;
  /** Whether that sentence says that they are paid under the market. */
  readonly under: boolean;
  /** Most in their work are paid on a national scale. */
  readonly onScale?: true;
  /** The band is too wide for a trade to say where in it they stand. */
  readonly unplaced?: true;
  /** The least the law allows a year at their hours, pounds; where the next sentence stands. */
  readonly leastByLaw?: number;
  /** A sentence on the least the law allows at their hours, when their band may lie below it. */
  readonly law?: string;
  /** Where the legal rate comes from and whether it was checked. */
  readonly source?: string;
}

/** The least an employer may pay, from age 21. */
export interface LegalPay {
  /** Pounds a year for the hours. */
  readonly least: number;
  /** Paid hours a week. */
  readonly hours: number;
  /** "£12.71", an hour. */
  readonly rate: string;
  readonly source: string;
}

export interface SnapshotLever {
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  readonly before: number;
  readonly after: number;
}

/** Everything the paper says, as plain JSON. The PDF is a pure function of it and of the template version it names. */
export interface BlueprintSnapshot {
  readonly format: 1;
  readonly brand: { readonly name: string; readonly siteUrl: string; readonly supportEmail: string };
  readonly order: { readonly reference: string; readonly checkCode: string; readonly version: number };
  readonly person: {
    readonly name: string;
    /** What the person calls their job; the occupation's title when they did not say. */
    readonly role: string;
    readonly region?: string;
    readonly level?: string;
    /** They named no title: their words found the occupation whose usual week stands here. */
    readonly described?: true;
    /** In this kind of work; not in drafts made before they were printed. */
    readonly years?: number;
  };
  /** Instant of drafting, ISO 8601 UTC; also the date inside the file. */
  readonly draftedAt: string;
  readonly versions: { readonly template: string; readonly catalogue: string; readonly model: string };
  readonly answerLevel: AnswerLevel;
  /** Whose data their work holds: "patients"; not in drafts made before it was said. */
  readonly dataOf?: string;
  /** Moving things by hand or with machines is a large part of their work; robots are not in the score. */
  readonly handlesThings?: true;
  readonly occupation: {
    readonly slug: string;
    readonly title: string;
    readonly sectorName: string;
    readonly kind: 'edited' | 'data';
    readonly score: number;
    readonly interval: Interval;
    readonly percentile: number;
    readonly window: Window;
    readonly barrierMonths: number;
    readonly timeline: readonly { readonly period: string; readonly title: string; readonly text: string }[];
    readonly measures: readonly {
      readonly name: string;
      readonly percentile: number;
      readonly inScore: boolean;
    }[];
    readonly scorePercentile: number;
    readonly agreement: string;
    readonly interests: readonly number[];
  };
  readonly result: {
    readonly score: number;
    readonly interval: Interval;
    readonly percentile: number;
    readonly band: string;
    readonly comparison: 'about the same' | 'more exposed' | 'less exposed';
    /** How sure that is; absent when about the same, and in drafts made before it was worked out. */
    readonly sureness?: 'likely' | 'very likely';
    readonly hoursPerWeek: number;
    readonly hoursAssumed: boolean;
    readonly tasks: readonly SnapshotTask[];
    readonly waterfall: readonly { readonly label: string; readonly points: number }[];
    readonly levers: readonly SnapshotLever[];
    readonly window: Window;
    /** Whose week the window is of; that of the person in drafts made before it followed the comparison. */
    readonly windowOf?: 'own week' | 'typical week';
    readonly strengths: readonly string[];
    /** What the answers beside the tasks add or take away, points; not in drafts made before they were asked. */
    readonly adjustments?: readonly {
      readonly kind?: 'ai use' | 'demand';
      readonly name: string;
      readonly answer: string;
      readonly points: number;
    }[];
    /** R, I, A, S, E, C, 0–100, when the person answered. */
    readonly interests?: readonly number[];
    /** Own ratings against the role, 1–5. */
    readonly skills: readonly {
      readonly name: string;
      readonly you: number;
      readonly role: number;
      readonly rated: boolean;
    }[];
  };
  /** Whether the best of the four options is to stay and reshape or to take the first path. */
  readonly recommended: 'stay' | 'path';
  /** The reasons for it, from the answers, as sentences. */
  readonly reasons: readonly string[];
  readonly paths: readonly SnapshotPath[];
  /** Where fewer than three moves keep all limits: what each limit alone keeps away; not in drafts made before it was told. */
  readonly keptAway?: readonly {
    readonly words: string;
    readonly paths: number;
    readonly titles: readonly string[];
  }[];
  /** Where fewer than three moves are offered: those within the limits that bring nothing; not in drafts made before they were left out. */
  readonly noGain?: { readonly payLess: readonly string[]; readonly moreExposed: readonly string[] };
  /** The third path of the ranking, where its page is given to the steps inside the trade. */
  readonly gaveWay?: { readonly slug: string; readonly title: string; readonly matchPercent: number };
  /** Next steps inside their own trade, the best first; not in drafts made before there were any. */
  readonly steps?: readonly SnapshotStep[];
  /** What an adviser would ask and we did not, with what either answer changes; not in drafts made before it was said. */
  readonly held?: { readonly ask: string; readonly if: string; readonly else: string };
  /** Who employs people in their own work, where fewer than three moves do. */
  readonly ownEmployers?: Pick<SnapshotPath, 'employers' | 'employing'>;
  readonly limits: {
    readonly lowestPay?: number;
    readonly monthsToTrain?: number;
    readonly budget?: number;
    readonly travel?: string;
    readonly avoid: readonly string[];
  };
  readonly pay: {
    readonly now: SnapshotPay | null;
    readonly you?: { readonly label: string; readonly low: number; readonly high: number };
    /** Their pay against the trade and the law; not in drafts made before it was looked at. */
    readonly own?: OwnPay;
    /** What the law asks of an employer for their paid hours; not without hours, nor in drafts made before it was held against the paths. */
    readonly law?: LegalPay;
    /** A sentence on each national pay scale; not where there is none, nor in drafts made before they were named. */
    readonly scales?: readonly string[];
    /** What to know before a job is given up; not in drafts made before it was said. */
    readonly leaving?: readonly string[];
  };
  readonly learning: readonly SnapshotLearning[];
  readonly plan: NinetyDays;
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly release: string;
    readonly licence: string;
  }[];
  /** How many facts about the world outside it says, and how many of them a person has checked; not in drafts made before checks were kept. */
  readonly evidence?: {
    readonly said: number;
    readonly checked: number;
    /** Day of the last check. */
    readonly last?: IsoDate;
    /** Telephone numbers of page 15 that are not in use any more. */
    readonly goneHelp: readonly string[];
  };
  /** Not in drafts that keep to the ranking. */
  readonly choice?: SnapshotChoice;
  /** Not in drafts whose words nobody changed. */
  readonly edits?: readonly SnapshotEdit[];
  /** Changes of the version before that have no place in this one: their block is gone, or has no room for them. */
  readonly dropped?: readonly SnapshotEdit[];
  /** Not in drafts that no reviewer has worked on. */
  readonly note?: SnapshotNote;
  /** Three or four plain sentences for the delivery email. */
  readonly emailSummary: readonly string[];
}
