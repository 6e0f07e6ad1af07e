import type { Answers, PersonalResult } from '@app/assessment';
import type {
  AiGuide,
  GroupLearning,
  LeavingTerm,
  MinimumWage,
  SaidOfEmployer,
  ScaleOfGroup,
  TradeStep,
} from '@app/labour-market';
import type { ElementRating, Interval } from '@app/occupations';
import type { IsoDate } from './snapshot-plan.js';
import type { KnownRoute } from './known-route.js';
import type { BlueprintSnapshot, SnapshotEmployer, SnapshotPath, SnapshotPay } from './blueprint-snapshot.js';
import type { Employing } from './snapshot-path.js';

/** What the catalogue and the labour market know of one path's target. */
export interface PathFacts {
  readonly slug: string;
  readonly elements: readonly ElementRating[];
  /** O*NET job zone 2–5. */
  readonly jobZone: number;
  readonly percentile: number;
  readonly interval: Interval;
  readonly pay: SnapshotPay | null;
  /** Most people in it and in their own work are paid on one national scale. */
  readonly sameScale?: true;
  readonly employers: readonly (SnapshotEmployer & { readonly said?: SaidOfEmployer })[];
  readonly employing?: Employing & { readonly ofTitle?: string };
  /** The UK unit group that weighs most, four digits. */
  readonly unitGroup: string;
  /** What its work asks of a newcomer. */
  readonly learning?: GroupLearning;
  /** The way into it. */
  readonly route?: KnownRoute;
  /** The route written for the title itself is not said any more. */
  readonly withoutOwnRoute?: true;
  readonly checks?: NonNullable<SnapshotPath['checks']>;
}

/** All that a snapshot is made of, already fetched. */
export interface BlueprintInputs {
  readonly brand: BlueprintSnapshot['brand'];
  readonly order: BlueprintSnapshot['order'];
  readonly customerName: string;
  readonly draftedAt: Date;
  readonly versions: BlueprintSnapshot['versions'];
  readonly answers: Answers;
  readonly result: PersonalResult;
  /** The person's occupation; for a family of work, what is known of the family. */
  readonly occupation: BlueprintSnapshot['occupation'];
  readonly sources: BlueprintSnapshot['sources'];
  /** Ratings of the person's occupation or family, in O*NET order. */
  readonly elements: readonly ElementRating[];
  readonly paths: readonly PathFacts[];
  /** What the person's own work asks of a newcomer. */
  readonly ownLearning?: GroupLearning;
  /** The way into their own work. */
  readonly ownRoute?: KnownRoute;
  /** Unit group of their own work, four digits. */
  readonly ownGroup?: string;
  /** O*NET activities of the tasks of their week, by task id. */
  readonly activities: Readonly<Record<string, string>>;
  /** Who employs people in it, where fewer than three moves keep their limits. */
  readonly ownEmployers?: Pick<PathFacts, 'employers' | 'employing'>;
  /** The third path of the ranking, where its page is given to the steps inside the trade. */
  readonly gaveWay?: NonNullable<BlueprintSnapshot['gaveWay']>;
  /** What a body of their own work says on using AI tools in it. */
  readonly aiGuide?: AiGuide;
  /** The steps inside their own trade that fit them, as many as the paper has room for. */
  readonly steps: readonly (TradeStep & { readonly checkedOn?: IsoDate })[];
  readonly payNow: SnapshotPay | null;
  readonly minimumWage: MinimumWage;
  /** National pay scales of the person's work and of the paths, as many as the page has room for. */
  readonly payScales: readonly ScaleOfGroup[];
  /** The one of them that most people in their own work are paid on. */
  readonly ownScaleId?: string;
  /** Whose data their work holds: patients, clients, pupils. */
  readonly dataOf?: string;
  /** Moving things by hand or with machines is a large part of their work. */
  readonly handlesThings?: true;
  /** Shifts, nights, evenings or weekends are usual in it, and they asked to avoid them. */
  readonly leavesShifts?: true;
  /** Notice, pension and the like: what they should know before they give up what they have. */
  readonly leaving: readonly LeavingTerm[];
  /** The careers advice of the person's nation is not named any more. */
  readonly withoutAdvice?: true;
}
