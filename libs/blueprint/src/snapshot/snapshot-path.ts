import type { Direction, Interval, Relation } from '@app/occupations';
import type { IsoDate } from './snapshot-plan.js';

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
  readonly employing?: Employing;
}

/** What the editors know of the way into the target's UK unit group, in words. Nobody has checked it against the pages it names. */
export interface SnapshotRoute {
  /** Where the person lives, when they said; registers and money are those of it. */
  readonly nation?: string;
  /** The body of what the law asks that their own work is under already. */
  readonly held?: string;
  /** Time and cost are from the work they do, not from nothing; not in drafts made before there were such ways. */
  readonly isNear?: true;
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

/**
 * How a path keeps the least that somebody needs: at the lower quarter of its pay, by what the law asks for their hours, from the middle on,
 * only at a standing like theirs, or not while they train.
 */
export type FloorVerdict = 'kept' | 'law' | 'middle' | 'standing' | 'training' | 'not known';

/** Who employs, in words. */
export interface Employing {
  readonly usual: string;
  readonly find: string;
  /** Public bodies that employ most of them and stand in no register; absent where they do. */
  readonly most?: string;
}

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
  /** Most people in it and in their own work are paid on one national scale. */
  readonly sameScale?: true;
  /** How it keeps the least they need; not without one, nor in drafts made before it was judged. */
  readonly floor?: FloorVerdict;
  /** What the way in costs beyond the money they have for it, at the least, pounds; somebody else may pay it. */
  readonly beyondBudget?: number;
  readonly employers: readonly SnapshotEmployer[];
  /** Who usually employs such people, and how to find them; not in drafts made before there were any. */
  readonly employing?: Employing;
  /** The oldest check of what is said of each, where all of it has been checked; not in drafts made before checks were kept. */
  readonly checks?: { readonly route?: IsoDate; readonly funding?: IsoDate; readonly employing?: IsoDate };
}
