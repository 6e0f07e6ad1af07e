/** The parts of a snapshot that say what to learn and when: the list of lessons and the ninety days. */

/** ISO date, `YYYY-MM-DD`. */
export type IsoDate = string;

export type LearningCost = 'free' | 'funded' | 'paid';

export interface LearningStep {
  readonly do: string;
  /** Hours, an editor's estimate. */
  readonly hours: number;
  readonly cost: LearningCost;
  /** It costs more than the person has left: shown, but not planned. */
  readonly beyondBudget?: true;
}

/** Something to learn, for the plan or for one gap. */
export interface SnapshotLearning {
  readonly id: string;
  readonly name: string;
  /** The name where room is short; not in drafts made before there were any. */
  readonly short?: string;
  /** How soon the plan needs it, 5 the soonest; of a gap as it was found, its importance 1–5. */
  readonly importance: number;
  readonly gap: number;
  /** True when the steps were written for this element; false for steps that hold for any element of its kind. */
  readonly specific: boolean;
  readonly why: string;
  readonly steps: readonly LearningStep[];
  readonly hours: number;
  readonly proof: string;
  readonly providers: string;
  /** Month in which somebody looked, `YYYY-MM`; absent when nobody has compared it with the page it names. */
  readonly checked?: string;
  /** Day on which a person found the providers still true; absent when nobody has looked. */
  readonly checkedOn?: IsoDate;
  /** When it is one course or guide: its hours and what is asked for it, in words. */
  readonly course?: {
    readonly hours: { readonly from: number; readonly to: number };
    readonly price: string;
    /** The most it may cost, pounds; not in drafts made before it was held against the budget. */
    readonly priceTo?: number;
  };
}

export interface PlanAction {
  readonly kind: 'learn' | 'test' | 'work' | 'apply';
  /** As on page 14. */
  readonly text: string;
  /** In full, for the calendar, when the page refers to another one. */
  readonly detail?: string;
  readonly hours: number;
  /** It is done in every week from the second on: page 14 says it once. */
  readonly everyWeek?: true;
}

export interface PlanWeek {
  readonly week: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** A week of Christmas or of bank holidays, with nothing to do. */
  readonly rest?: true;
  readonly actions: readonly PlanAction[];
}

export interface PlanDecision {
  readonly day: 30 | 60 | 90;
  readonly date: IsoDate;
  readonly question: string;
}

export interface PlanStrand {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly kind: PlanAction['kind'];
}

/** Thirteen weeks under the person's hours and budget. */
export interface NinetyDays {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly hoursPerWeek: number;
  /** The hours were not answered, or too few for a plan, so a usual or the least number was taken. */
  readonly hoursAssumed: boolean;
  readonly weeks: readonly PlanWeek[];
  readonly decisions: readonly PlanDecision[];
  readonly strands: readonly PlanStrand[];
  readonly plans: { readonly a: string; readonly b: string; readonly z: string };
}
