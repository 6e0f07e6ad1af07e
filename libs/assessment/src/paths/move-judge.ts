import {
  type Entrant,
  FULL_TIME_HOURS,
  growthOf,
  type LabourMarket,
  leastByLaw,
  nationOf,
  newestMinimumWage,
  partOfFullTime,
  payAtHours,
  type Route,
} from '@app/labour-market';
import { type Catalogue, directionOf, match, type Pivot, shownMatch } from '@app/occupations';
import type { Answers, Constraints } from '../answers/answers.js';
import { isBetweenJobs } from '../answers/between-jobs.js';
import { PAY_BANDS } from '../answers/choices.js';
import { asPercent } from '../interests/interest-profile.js';
import { type Clash, clashesOf, workTraits } from './clashes.js';
import { entryWords } from './entry-words.js';
import { brokenLimits } from './hard-limits.js';
import type { PathCandidate } from './path-candidate.js';
import type { Origin } from './path-origin.js';
import {
  groupsAwayFromHome,
  groupsManyApplyTo,
  groupsOnSite,
  groupsOfUnsocialHours,
  isOthersSubject,
  type PathTarget,
  settingsOfTitles,
} from './path-targets.js';
import { MIDDLE, payAt, type PayPercentile, percentileOf } from './pay-percentile.js';
import { FIXED_PLAUSIBILITY, LEAST_MATCH } from './plausibility.js';
import { purseOf, strainsOf } from './strains.js';

/** A move to a target, as an editor or the list of moves of the person's group tells of it. */
export interface Move {
  /** 0–1. */
  readonly plausible: number;
  readonly why?: string | undefined;
  /** The way in, in words; undefined when people make the move as they are. */
  readonly needs?: string | undefined;
  readonly needsMonths?: number | undefined;
  /** The months are worked and paid. */
  readonly paid?: boolean | undefined;
  /** It stands in the list of the person's group. */
  readonly written?: boolean;
  /** As the page of the person's occupation prints it. */
  readonly known?: Pivot;
  /** Also when it breaks a limit. */
  readonly beyond: boolean;
}

const APPRENTICESHIP = /apprentice/i;
const NO_PREPARATION = { from: 0, to: 0 } as const;

/** Says of one move what it would be for one person: its match, pay, way in, and the limits of theirs that it breaks. Holds nothing of a person. */
export class MoveJudge {
  private readonly away = groupsAwayFromHome();
  private readonly manyApply = groupsManyApplyTo();
  private readonly unsocial = groupsOfUnsocialHours();
  private readonly onSite = groupsOnSite();
  private readonly settings = settingsOfTitles();
  private readonly wage = newestMinimumWage();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
  ) {}

  /** @returns undefined when the move breaks a limit, unless `beyond`, or matches too little */
  candidate(
    answers: Answers,
    origin: Origin,
    { title, summary, record, group }: PathTarget,
    move: Move,
  ): PathCandidate | undefined {
    const { constraints = {}, region, hoursPerWeek } = answers;
    const route = this.market.routeInto([{ code: group, weight: 1 }]);
    const bands = this.market.payFor(record.unitGroups, region);
    const pay = bands && payAtHours(bands, hoursPerWeek);
    const now = this.payNow(answers, origin);
    const expected = pay ? payAt(pay, now.percentile) : undefined;
    const written = move.written === true;
    // A written move without a route is one that people make as they are.
    const { needsMonths } = move;
    const wayIn = needsMonths === undefined ? route?.months : { from: needsMonths, to: needsMonths };
    const time = (written && move.needs === undefined ? undefined : wayIn) ?? NO_PREPARATION;
    const least = leastByLaw(FULL_TIME_HOURS * partOfFullTime(hoursPerWeek), this.wage);
    // A post in between, or training on its first weeks' pay, is no preparation; nor is an apprenticeship for who can live on what it pays.
    const livesOnApprenticesPay = (constraints.lowestPay ?? 0) <= least;
    const isWorked = move.paid === true && (!APPRENTICESHIP.test(move.needs ?? '') || livesOnApprenticesPay);
    const months = isWorked ? NO_PREPARATION : time;
    const zonesUp = Math.max(0, record.jobZone - origin.jobZone);
    const clashes: readonly Clash[] = [
      ...this.clashesOf(summary.code, constraints).filter((one) => one !== 'remote'),
      ...(this.cannotBeDoneFromHome(summary.code, group, constraints) ? (['remote'] as const) : []),
    ];
    const facts = {
      expectedPay: expected,
      medianPay: pay?.median,
      leastByLaw: least,
      ownCost: isWorked || (written && move.needs === undefined) ? 0 : ownCostOf(route, region),
      payNow: now.pounds,
      awayFromHome: this.away.includes(group),
      unsocialHours: this.unsocial.includes(group),
      route,
      months,
      paid: move.paid,
      zonesUp,
      clashes,
      usualEmployers: this.market.usualEmployersOf(group),
      written: written || move.plausible >= FIXED_PLAUSIBILITY,
    };
    const breaks = brokenLimits(facts, constraints);
    if (breaks.length > 0 && !move.beyond) return undefined;
    if (origin.own.length === 0 && !move.known) return undefined;
    const elements = this.catalogue.elements(summary.slug);
    // A family has no ratings of its own: its paths come with the match of the occupations they were found for.
    const { percent, have, need } =
      origin.own.length === 0 && move.known
        ? { ...move.known, percent: move.known.matchPercent }
        : match(origin.own, elements);
    if (origin.own.length > 0 && Math.round(percent) < LEAST_MATCH) return undefined;
    const way = this.market.routeFor(
      [{ code: group, weight: 1 }],
      summary.slug,
      entrantFrom(answers, origin),
    );
    const [strains, purse] = [strainsOf(way, constraints, Math.round(percent)), purseOf(way, constraints)];
    const strained = { ...(strains.length > 0 && { strains }), ...(purse && { purse }) };
    const outlook = this.market.outlookOf(group);
    const entryRoute = entryWords(route, answers, move.needs);
    return {
      pivot: {
        slug: summary.slug,
        title,
        // The whole of what is asked is not met while something of it is needed (method §3).
        matchPercent: shownMatch({ percent, need }),
        relation: origin.group?.slice(0, 3) === group.slice(0, 3) || written ? 'adjacent' : 'cross-domain',
        direction: directionOf(origin, summary),
        have,
        need: need.filter(
          (name) => !elements.some((one) => one.name === name && isOthersSubject(group, one)),
        ),
        score: summary.score,
        interval: summary.interval,
        ...(entryRoute !== undefined && { entryRoute }),
        ...(move.why !== undefined && { why: move.why }),
      },
      interval: summary.interval,
      // Who has no ratings at all, a family of work, has none of their own either.
      ...(origin.own.length > 0 &&
        origin.own !== origin.usual && {
          usualMatchPercent: Math.round(match(origin.usual, elements).percent),
        }),
      group,
      plausible: move.plausible,
      months,
      ...(move.paid && { paidMonths: time.from }),
      ...(this.manyApply.includes(group) && { manyApply: true }),
      ...(this.settings.some(
        ({ titles, groups }) => groups.includes(group) && titles.test(answers.jobTitle ?? ''),
      ) && {
        ownPlace: true,
      }),
      ...(breaks.length > 0 ? { breaks } : strained),
      interests: asPercent(record.riasec),
      ...(outlook && { growth: growthOf(outlook) }),
      ...(expected !== undefined && now.percentile > MIDDLE && { expectedPay: expected }),
      ...(pay && {
        medianPay: pay.median,
        payBasis: `${pay.region?.name ?? 'UK'}, ${pay.source} ${pay.vintage}`,
      }),
    };
  }

  /** Whether somebody asked to avoid shifts, and most in a unit group have them. */
  hasShiftsToAvoid(group: string | undefined, { avoid = [] }: Constraints): boolean {
    return avoid.includes('shifts') && group !== undefined && this.unsocial.includes(group);
  }

  /** What about the work of an occupation speaks against a person's wishes. */
  clashesOf(code: string, constraints: Constraints): Clash[] {
    const record = this.catalogue.dataset.occupations.get(code);
    const shares = this.catalogue.dataset.activityShares.get(code);
    return record && shares ? clashesOf(workTraits(shares, record.riasec), constraints) : [];
  }

  private cannotBeDoneFromHome(code: string, group: string, constraints: Constraints): boolean {
    return (
      constraints.travel === 'remote' &&
      (this.onSite.includes(group) || this.clashesOf(code, constraints).includes('remote'))
    );
  }

  /** What the person earns by the middle of their band (its beginning where it has no end), and where in their trade that is; else what is usual in it. */
  private payNow(
    { payBand, region, hoursPerWeek }: Answers,
    { record }: Origin,
  ): { pounds: number | undefined; percentile: PayPercentile } {
    const published = record && this.market.payFor(record.unitGroups, region);
    const trade = published && payAtHours(published, hoursPerWeek);
    if (!payBand) return { pounds: trade?.median, percentile: MIDDLE };
    const { from, to } = PAY_BANDS[payBand];
    const pounds = (from + (to ?? from)) / 2;
    return { pounds, percentile: trade ? percentileOf(trade, pounds) : MIDDLE };
  }
}

const entrantFrom = (answers: Answers, { group, record }: Origin): Entrant => ({
  ownGroup: group,
  title: `${answers.jobTitle ?? ''} ${record?.title ?? ''}`.trim(),
  region: answers.region,
  outOfWork: isBetweenJobs(answers),
  hoursPerWeek: answers.hoursPerWeek,
  monthsToTrain: answers.constraints?.monthsToTrain,
});

/** What the way in costs at the least; nothing where somebody else may pay for it in their nation. Pounds. */
function ownCostOf(route: Route | undefined, region: Answers['region']): number {
  const nation = nationOf(region);
  const isPaid = route?.funded.some(({ nations }) => nation === undefined || nations.includes(nation));
  return !route || isPaid ? 0 : route.cost.from;
}
