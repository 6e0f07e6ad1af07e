import type { Direction, Interval, Relation, Window } from '@app/occupations';
import type { SnapshotChoice, SnapshotEdit, SnapshotNote } from './reviewers-part.js';
import type { IsoDate, NinetyDays, SnapshotLearning } from './snapshot-plan.js';
import type { SnapshotStep } from './snapshot-step.js';

export type * from './reviewers-part.js';
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
  readonly tools: readonly {
    readonly name: string;
    readonly checked: string;
    /** Day on which a person found it still true; absent when nobody has looked. */
    readonly checkedOn?: IsoDate;
  }[];
}

/** One element of a path: what it asks for and what the person has, on O*NET's importance scale 1–5. */
export interface SnapshotGap {
  readonly id: string;
  readonly name: string;
  readonly kind: 'skill' | 'knowledge';
  readonly needed: number;
  readonly have: number;
  readonly met: boolean;
}

/** Gross pay in pounds a year, full-time unless `hours` says otherwise; absent percentiles were not published. */
export interface SnapshotPay {
  readonly p10?: number;
  readonly p25?: number;
  readonly median?: number;
  readonly p75?: number;
  readonly p90?: number;
  /** Hours a week it was brought down to; absent for full-time pay. */
  readonly hours?: number | undefined;
  /** Which figures these are: "programmers and software development professionals, London". */
  readonly basis: string;
}

export interface SnapshotEmployer {
  readonly name: string;
  readonly basis: string;
  readonly size: string;
  readonly date: string;
  /** When it is in the person's own region or nation; absent for one that employs all over the UK. */
  readonly region?: string;
}

/** How one gets in, and a cheap way to find out whether it suits. */
export interface EntryRoute {
  /** True when it was written for this occupation; false for the route usual at its level. */
  readonly specific: boolean;
  readonly route: string;
  /** The body that licenses or registers, when the title is protected. */
  readonly regulator?: string;
  /** Whom to ask before paying for anything. */
  readonly checkWith?: string;
  /** Month in which an editor last checked it, `YYYY-MM`. */
  readonly checked?: string;
  readonly firstTest: readonly string[];
  readonly testHours: number;
  /** Who employs them, of a job that is a small part of its unit group: what is known of the group is not its own. */
  readonly employing?: { readonly usual: string; readonly find: string };
}

/** What the editors know of the way into the target's UK unit group, in words. Nobody has checked it against the pages it names. */
export interface SnapshotRoute {
  /** Where the person lives, when they said; registers and money are those of it. */
  readonly nation?: string;
  /** The body of what the law asks that their own work is under already. */
  readonly held?: string;
  /** What the law asks for before one may start. */
  readonly law: readonly string[];
  /** What nearly all employers ask for besides. */
  readonly asked: readonly string[];
  readonly time: string;
  readonly cost: string;
  /** Of the list of England. */
  readonly apprenticeships: readonly string[];
  readonly funded: readonly string[];
  readonly ask: string;
  /** Official pages to check the facts against. */
  readonly pages: readonly string[];
}

/** How a path keeps the least that somebody needs: at the lower quarter of its pay, from the middle on, only at a standing like theirs, or not while they train. */
export type FloorVerdict = 'kept' | 'middle' | 'standing' | 'training' | 'not known';

export interface SnapshotPath {
  readonly slug: string;
  /** As in running text; short. */
  readonly title: string;
  /** As in the statistics; not in drafts made before the two differed. */
  readonly fullTitle?: string;
  readonly matchPercent: number;
  readonly relation: Relation;
  readonly direction: Direction;
  readonly score: number;
  readonly interval: Interval;
  readonly percentile: number;
  readonly have: readonly string[];
  readonly need: readonly string[];
  readonly gaps: readonly SnapshotGap[];
  readonly why: readonly string[];
  readonly entry: EntryRoute;
  /** Not in drafts made before there were any. */
  readonly route?: SnapshotRoute;
  readonly pay: SnapshotPay | null;
  /** How it keeps the least they need; not without one, nor in drafts made before it was judged. */
  readonly floor?: FloorVerdict;
  readonly employers: readonly SnapshotEmployer[];
  /** Who usually employs such people, and how to find them; not in drafts made before there were any. */
  readonly employing?: { readonly usual: string; readonly find: string };
  /** The oldest check of what is said of each, where all of it has been checked; not in drafts made before checks were kept. */
  readonly checks?: { readonly route?: IsoDate; readonly funding?: IsoDate; readonly employing?: IsoDate };
}

/** Where somebody's own pay stands, said kindly. */
export interface OwnPay {
  /** A sentence against the quarters of their trade at their hours. */
  readonly market?: string;
  /** The whole band lies under the least the law allows. */
  readonly belowLaw?: true;
  /** The hours a week that keep the least they need, at the legal rate, where they work part time. */
  readonly hoursOfFloor?: string;
  /** Whether that sentence says that they are paid under the market. */
  readonly under: boolean;
  /** The band is too wide for a trade to say where in it they stand. */
  readonly unplaced?: true;
  /** The least the law allows a year at their hours, pounds; where the next sentence stands. */
  readonly leastByLaw?: number;
  /** A sentence on the least the law allows at their hours, when their band may lie below it. */
  readonly law?: string;
  /** Where the legal rate comes from and whether it was checked. */
  readonly source?: string;
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
    /** In this kind of work; not in drafts made before they were printed. */
    readonly years?: number;
  };
  /** Instant of drafting, ISO 8601 UTC; also the date inside the file. */
  readonly draftedAt: string;
  readonly versions: { readonly template: string; readonly catalogue: string; readonly model: string };
  readonly answerLevel: AnswerLevel;
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
  /** Next steps inside their own trade, the best first; not in drafts made before there were any. */
  readonly steps?: readonly SnapshotStep[];
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
    /** A sentence on each national pay scale; not where there is none, nor in drafts made before they were named. */
    readonly scales?: readonly string[];
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
