import {
  FULL_TIME_HOURS,
  growthOf,
  type LabourMarket,
  leastByLaw,
  newestMinimumWage,
  partOfFullTime,
  payAtHours,
} from '@app/labour-market';
import {
  type Catalogue,
  directionOf,
  type ElementRating,
  match,
  type Occupation,
  type OccupationRecord,
  type Pivot,
} from '@app/occupations';
import { PAY_BANDS } from '../answers/choices.js';
import type { KeptAway } from '../result/kept-away.js';
import { limitsOf } from './named-limits.js';
import type { Answers, Constraints } from '../answers/answers.js';
import { asPercent } from '../interests/interest-profile.js';
import { type Clash, clashesOf, workTraits } from './clashes.js';
import { entryWords } from './entry-words.js';
import { brokenLimits } from './hard-limits.js';
import {
  groupsAwayFromHome,
  groupsManyApplyTo,
  groupsOfUnsocialHours,
  type PathTarget,
  pathTargets,
} from './path-targets.js';
import { MIDDLE, payAt, type PayPercentile, percentileOf } from './pay-percentile.js';
import { singularTitle } from './singular-title.js';
import { LEAST_MATCH, plausibility } from './plausibility.js';
import type { PathCandidate } from './path-candidate.js';
import { pathPoints } from './path-ranking.js';

/** Where somebody starts from. */
export interface Origin {
  /** Unit group that weighs most; undefined when only a family is known. */
  readonly group: string | undefined;
  readonly record: OccupationRecord | undefined;
  readonly slug: string;
  readonly jobZone: number;
  readonly score: number;
  readonly interval: Pivot['interval'];
  /** What is usual in the work, and with own ratings put in; empty when none are published. */
  readonly usual: readonly ElementRating[];
  readonly own: readonly ElementRating[];
  /** Paths an editor fixed for the page. */
  readonly fixed: readonly Pivot[];
}

/** Fewer jobs than this in the UK are a rare target, unless an editor wrote it among the first of a list. */
const RARE_BELOW = 6000;
const FIRST_WRITTEN = 3;
const FIXED_PLAUSIBILITY = 0.9;
const APPRENTICESHIP = /apprentice/i;
const NO_PREPARATION = { from: 0, to: 0 } as const;
const REJECTED = 'You told us that this path is not for you.';

/** Everything in the catalogue that a path may lead to for one person, under their limits. Built once; holds nothing of a person. */
export class PathPool {
  private readonly targets: ReadonlyMap<string, PathTarget>;
  private readonly away: readonly string[];
  private readonly manyApply: readonly string[];
  private readonly unsocial: readonly string[];
  private readonly wage = newestMinimumWage();

  constructor(
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
  ) {
    this.targets = pathTargets(catalogue);
    this.away = groupsAwayFromHome();
    this.manyApply = groupsManyApplyTo();
    this.unsocial = groupsOfUnsocialHours();
  }

  /** Candidates that keep the person's limits, in no order. Rejected ones are left out. */
  candidatesFor(answers: Answers, origin: Origin): PathCandidate[] {
    return this.gathered(answers, origin, false);
  }

  /** The same with those that break a limit or that the person rejected, each saying so. */
  allFor(answers: Answers, origin: Origin): PathCandidate[] {
    return this.gathered(answers, origin, true);
  }

  private gathered(answers: Answers, origin: Origin, beyond: boolean): PathCandidate[] {
    const rejected = new Set((answers.rejectedPaths ?? []).map(({ slug }) => slug));
    const moves = this.market.movesFrom(origin.record?.code ?? origin.group);
    const fixed = origin.fixed.flatMap((pivot) => {
      const target = this.targetOf(pivot.slug);
      // How the move is made stands with the moves of the group, also where an editor chose the page it leads to.
      const move = moves.find(({ to }) => to === target?.group);
      return target
        ? [
            this.candidate(answers, origin, target, {
              plausible: FIXED_PLAUSIBILITY,
              why: pivot.why,
              needs: move?.route,
              needsMonths: move?.months,
              paid: move?.paid,
              written: move !== undefined,
              known: pivot,
              beyond,
            }),
          ]
        : [];
    });
    const taken = new Set(fixed.map((one) => one?.group));
    const found = [...this.targets.values()].map((target) => {
      const written = moves.findIndex(({ to }) => to === target.group);
      const move = moves[written];
      const rare = target.jobs < RARE_BELOW && written >= FIRST_WRITTEN;
      // Where an editor chose the job of a group, the group's own page says nothing new beside it.
      if (!move || rare || taken.has(target.group)) return undefined;
      return this.candidate(answers, origin, target, {
        plausible: plausibility(written),
        why: move.why,
        needs: move.route,
        needsMonths: move.months,
        paid: move.paid,
        written: true,
        beyond,
      });
    });
    return [...fixed, ...found]
      .filter((one) => one !== undefined)
      .filter(
        ({ pivot: { slug } }, index, all) =>
          slug !== origin.slug && all.findIndex((other) => other.pivot.slug === slug) === index,
      )
      .flatMap((one) => {
        if (!rejected.has(one.pivot.slug)) return [one];
        return beyond ? [{ ...one, breaks: [...(one.breaks ?? []), REJECTED] }] : [];
      });
  }

  /**
   * How many paths each limit alone keeps away, the most first, and the best of them: what to say when few are left.
   * @param isOffered whether the ranking would take a path under limits
   */
  keptAway(
    answers: Answers,
    origin: Origin,
    isOffered: (candidate: PathCandidate, constraints: Constraints) => boolean,
  ): KeptAway[] {
    const { constraints = {} } = answers;
    const open = new Set(this.candidatesFor(answers, origin).map(({ pivot }) => pivot.slug));
    return limitsOf(constraints)
      .map(({ words, without }) => {
        const more = this.candidatesFor({ ...answers, constraints: without }, origin)
          .filter((candidate) => isOffered(candidate, without) && !open.has(candidate.pivot.slug))
          .sort((a, b) => worth(b) - worth(a));
        return {
          words,
          paths: more.length,
          titles: more.slice(0, MOST_NAMED).map(({ pivot }) => pivot.title),
        };
      })
      .filter(({ paths }) => paths > 0)
      .sort((a, b) => b.paths - a.paths);
  }

  private targetOf(slug: string): PathTarget | undefined {
    const summary = this.catalogue.all().find((one) => one.slug === slug);
    const record = summary && this.catalogue.dataset.occupations.get(summary.code);
    if (!summary || !record) return undefined;
    const group = record.unitGroups[0]?.code ?? '';
    const standing = this.targets.get(group);
    return {
      group,
      // One page has one title, whether an editor fixed the path or the catalogue was searched for it.
      title: standing?.summary.slug === slug ? standing.title : singularTitle(summary.title),
      summary,
      record,
      jobs: 0,
    };
  }

  private candidate(
    answers: Answers,
    origin: Origin,
    { title, summary, record, group }: PathTarget,
    move: {
      plausible: number;
      why?: string | undefined;
      needs?: string | undefined;
      needsMonths?: number | undefined;
      /** The months are worked and paid. */
      paid?: boolean | undefined;
      written?: boolean;
      known?: Pivot;
      /** Also when it breaks a limit. */
      beyond: boolean;
    },
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
    // A post in between, or training on its first weeks' pay, is no preparation; an apprenticeship is paid too, and years of training all the same.
    const isWorked = move.paid === true && !APPRENTICESHIP.test(move.needs ?? '');
    const months = isWorked ? NO_PREPARATION : time;
    const zonesUp = Math.max(0, record.jobZone - origin.jobZone);
    const clashes = this.clashesOf(summary.code, constraints);
    const facts = {
      expectedPay: expected,
      medianPay: pay?.median,
      leastByLaw: leastByLaw(FULL_TIME_HOURS * partOfFullTime(hoursPerWeek), this.wage),
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
    const outlook = this.market.outlookOf(group);
    const entryRoute = entryWords(route, answers, move.needs);
    return {
      pivot: {
        slug: summary.slug,
        title,
        matchPercent: Math.round(percent),
        relation: origin.group?.slice(0, 3) === group.slice(0, 3) || written ? 'adjacent' : 'cross-domain',
        direction: directionOf(origin, summary),
        have,
        need,
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
      ...(breaks.length > 0 && { breaks }),
      interests: asPercent(record.riasec),
      ...(outlook && { growth: growthOf(outlook) }),
      ...(expected !== undefined && now.percentile > MIDDLE && { expectedPay: expected }),
      ...(pay && {
        medianPay: pay.median,
        payBasis: `${pay.region?.name ?? 'UK'}, ${pay.source} ${pay.vintage}`,
      }),
    };
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

  clashesOf(code: string, constraints: Constraints): Clash[] {
    const record = this.catalogue.dataset.occupations.get(code);
    const shares = this.catalogue.dataset.activityShares.get(code);
    return record && shares ? clashesOf(workTraits(shares, record.riasec), constraints) : [];
  }
}

/** Paths named of those that a limit keeps away. */
const MOST_NAMED = 3;

const worth = ({ plausible, pivot }: PathCandidate): number =>
  pathPoints({ plausible, matchPercent: pivot.matchPercent, gap: 0, payGain: 0, growth: 0 });

/** The origin of somebody whose occupation is known. */
export const originOf = (
  catalogue: Catalogue,
  occupation: Occupation,
  own: readonly ElementRating[] | undefined,
): Origin => {
  const usual = catalogue.elements(occupation.slug);
  return {
    group: occupation.ukCodes[0]?.code,
    record: catalogue.dataset.occupations.get(occupation.code),
    slug: occupation.slug,
    jobZone: occupation.jobZone,
    score: occupation.score,
    interval: occupation.interval,
    usual,
    own: own ?? usual,
    // The paths of other pages carry a reason too: it is that of the move, which is ranked with all the others.
    fixed: occupation.kind === 'edited' ? occupation.pivots.filter(({ why }) => why !== undefined) : [],
  };
};
