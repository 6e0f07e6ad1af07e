import type { Route } from '@app/labour-market';
import type { Interval, Pivot } from '@app/occupations';
import type { Constraints } from '../answers/answers.js';
import type { InterestResult, Lever } from '../result/personal-result.js';
import type { Clash } from './clashes.js';
import type { KeptAway } from '../result/kept-away.js';

/** A path that keeps the person's limits unless it says which not, with what the catalogue knows of its target. */
export interface PathCandidate {
  readonly pivot: Pivot;
  readonly interval: Interval;
  /** SOC 2020 unit group it leads to. */
  readonly group: string;
  /** How plausible the move is, 0–1. */
  readonly plausible: number;
  /** Match without the person's own ratings, whole per cent, where they gave any. */
  readonly usualMatchPercent?: number | undefined;
  /** Median at the person's hours, pounds a year. */
  readonly medianPay?: number | undefined;
  /** Where the person stands above the middle of their own trade: what as high a place in this one is paid, pounds a year. */
  readonly expectedPay?: number | undefined;
  /** Area, survey and release of the pay. */
  readonly payBasis?: string | undefined;
  /** Interests of the target, R, I, A, S, E, C, 0–100; empty when unknown. */
  readonly interests?: readonly number[] | undefined;
  /** Months of preparation before the first pay, from the quickest way to the longest. */
  readonly months: Route['months'];
  /** Months on the way that are worked and paid; they are no preparation. */
  readonly paidMonths?: number;
  /** Many more apply than are taken. */
  readonly manyApply?: boolean | undefined;
  /** It is work in the kind of place that their own title names: a surgery, a school. */
  readonly ownPlace?: boolean | undefined;
  /** Growth of jobs to 2035 in its sub-major group, England, as a share. */
  readonly growth?: number | undefined;
  /** The limits it does not keep, as sentences; only in lists that hold such paths too. */
  readonly breaks?: readonly string[] | undefined;
  /** The limits it keeps only if somebody else pays, or for who holds most of it, as sentences; absent where there are none. @see strainsOf */
  readonly strains?: readonly string[] | undefined;
  /** For who has no budget. @see purseOf */
  readonly purse?: 'paid at once' | 'waits' | undefined;
}

export interface PersonProfile {
  readonly slug: string;
  readonly title: string;
  readonly score: number;
  readonly interval: Interval;
  readonly levers: readonly Lever[];
  /** Share of the week in tasks of low exposure, 0–1. */
  readonly lowShare: number;
  /** "your week", or "a typical week" when only the job is known. */
  readonly weekWords: string;
  readonly constraints: Constraints;
  /** When they answered the statements. */
  readonly interests?: InterestResult | undefined;
  /** Median of their work at their hours, pounds a year. */
  readonly medianPay?: number | undefined;
  /** Hours a week that pay is brought down to; absent for full time. */
  readonly partTimeHours?: number | undefined;
  /** What they earn, when they said: staying keeps it. Gross pounds a year, the lower end of the band and the upper, if it has one. */
  readonly ownPay?: { readonly from: number; readonly to: number | null } | undefined;
  /** Without work now: nothing is kept by staying. */
  readonly betweenJobs?: boolean | undefined;
  /** Where no path is left: which limit alone keeps how many away. */
  readonly keptAway?: readonly KeptAway[] | undefined;
  /** What the person asked to avoid and their own work has. */
  readonly clashes?: readonly Clash[] | undefined;
  /** They asked to avoid shifts, and most in their own work have them. */
  readonly onShifts?: boolean | undefined;
}
