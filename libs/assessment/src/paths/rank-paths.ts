import { usualMonths } from '@app/labour-market';
import { directionOf } from '@app/occupations';
import { interestFit } from '../interests/interest-fit.js';
import type { RankedPath } from '../result/personal-result.js';
import { type Bar, barOf } from './bars.js';
import type { Option } from './option.js';
import { passingFirst } from './passing-first.js';
import { pathReasons, stayReasons } from './path-reasons.js';
import type { PathCandidate, PersonProfile } from './path-candidate.js';
import { claimedGap, pointParts, sumOfPoints } from './path-ranking.js';
import type { RankedCandidate } from './ranked-candidate.js';
import { reasonToGo } from './reason-to-go.js';
import type { NoGain } from '../result/no-gain.js';
import { alike, isFitting, MOST_OF_A_KIND, threeOf } from './three-of.js';

/** A more exposed path is offered only when it pays this much more, and says so; no pay makes up for so many points. */
export const [PAID_FOR_EXPOSURE, MOST_MORE_EXPOSED] = [0.15, 25];

/**
 * At most three paths and *stay and reshape*, best first. Staying comes first unless the person's own score, pay, floor or wishes speak for
 * leaving for one of the paths; those that have such a reason come before those that have none. Who is between jobs has nothing to stay in.
 * A path that strains a limit is there only where fewer than three keep them all, and comes last, whatever speaks for it.
 */
export function rankPaths(candidates: readonly PathCandidate[], person: PersonProfile): RankedPath[] {
  const options = optionsOf(candidates, person);
  const chosen = threeOf(options.filter(({ bar }) => bar === undefined));
  const fitting = chosen.filter(isFitting);
  const [reasoned, others] = [true, false].map((wanted) =>
    fitting.filter(({ toGo }) => (toGo !== undefined || person.betweenJobs === true) === wanted),
  ) as [Option[], Option[]];
  const first = paidFirst(person.betweenJobs ? nearFirst(reasoned) : reasoned, others);
  return [
    ...first.map(({ path }) => path),
    stay(person, chosen, noGainAmong(options)),
    ...spareFirst(
      others.filter((option) => !first.includes(option)),
      person,
    ).map(({ path }) => path),
    ...chosen.filter((option) => !isFitting(option)).map(({ path }) => path),
  ].map((path, index) => ({
    ...path,
    rank: index + 1,
  }));
}

/**
 * Who has no budget does not begin with waiting for somebody's money while another path is paid from the first weeks, pays no less than now and
 * carries over half of what it asks.
 */
function paidFirst(reasoned: readonly Option[], others: readonly Option[]): readonly Option[] {
  if (reasoned[0]?.candidate.purse !== 'waits') return reasoned;
  const atOnce = [...reasoned, ...others].filter(
    ({ candidate, points, path }) =>
      candidate.purse === 'paid at once' && points.pay >= 0 && path.matchPercent >= CARRIES_OVER,
  );
  return [...atOnce, ...reasoned.filter((option) => !atOnce.includes(option))];
}

/** Who has no pay now takes first what they can do as they are; the others keep their order behind it. */
const nearFirst = (options: readonly Option[]): Option[] =>
  divided(options, ({ path }) => path.matchPercent >= NEAR);
const NEAR = 70;

/** A plan B for who stays is no step up in exposure, and nothing that little carries over to, while another is neither. */
const spareFirst = (options: readonly Option[], { score }: PersonProfile): Option[] =>
  divided(options, ({ path }) => path.score <= score + SAME_EXPOSURE && path.matchPercent >= CARRIES_OVER);
const [SAME_EXPOSURE, CARRIES_OVER] = [5, 50];

const divided = (options: readonly Option[], isFirst: (option: Option) => boolean): Option[] => [
  ...options.filter(isFirst),
  ...options.filter((option) => !isFirst(option)),
];

/** Every candidate as the ranking sees it, best first, those that it leaves out last: what a reviewer may choose from. */
export function rankCandidates(
  candidates: readonly PathCandidate[],
  person: PersonProfile,
): RankedCandidate[] {
  const options = optionsOf(candidates, person);
  const ranked = options.filter(({ bar }) => bar === undefined);
  const three = threeOf(ranked);
  return [...ranked, ...options.filter(({ bar }) => bar !== undefined)].map((option) => ({
    path: option.path,
    group: option.candidate.group,
    points: option.points,
    months: usualMonths(option.candidate.months),
    expectedPay: option.candidate.expectedPay ?? option.candidate.medianPay,
    status: option.bar ?? (three.includes(option) ? 'taken' : statusOf(option, three)),
    limits: option.candidate.breaks ?? [],
  }));
}

const optionsOf = (candidates: readonly PathCandidate[], person: PersonProfile): Option[] =>
  divided(
    passingFirst(
      candidates
        .map((candidate) => optionOf(candidate, person))
        .sort(
          (a, b) => sumOfPoints(b.points) - sumOfPoints(a.points) || a.path.title.localeCompare(b.path.title),
        ),
    ),
    isFitting,
  );

/** Why one that nothing bars is none of the three: two of its kind come before it, or three others do. */
const statusOf = (option: Option, three: readonly Option[]): 'alike' | 'lower' =>
  alike(option, three).length >= MOST_OF_A_KIND &&
  sumOfPoints(option.points) >= Math.min(...three.map(({ points }) => sumOfPoints(points)))
    ? 'alike'
    : 'lower';

/** Against what they earn or what is usual in their work, whichever is more: who is paid under the market need not change trades for more. */
function payGainOf(
  { medianPay, expectedPay }: PathCandidate,
  { ownPay, medianPay: usual = 0 }: PersonProfile,
): number {
  const own = ownPay ? (ownPay.from + (ownPay.to ?? ownPay.from)) / 2 : 0;
  const now = Math.max(own, usual);
  const then = expectedPay ?? medianPay;
  return then === undefined || now <= 0 ? 0 : then / now - 1;
}

function optionOf(candidate: PathCandidate, person: PersonProfile): Option {
  const {
    pivot,
    interval,
    plausible,
    usualMatchPercent,
    medianPay,
    payBasis,
    interests,
    growth = 0,
  } = candidate;
  const direction = directionOf(person, { score: pivot.score, interval });
  const fit = person.interests && interestFit(person.interests.person, interests ?? []);
  const payGain = payGainOf(candidate, person);
  const gap = claimedGap(direction, person.score, pivot.score);
  const { breaks } = candidate;
  const paysMore = payGain >= PAID_FOR_EXPOSURE && pivot.score - person.score <= MOST_MORE_EXPOSED;
  const going = {
    direction,
    score: pivot.score,
    matchPercent: pivot.matchPercent,
    manyApply: candidate.manyApply === true,
    ownPlace: candidate.ownPlace === true,
    payGain,
    expectedPay: candidate.expectedPay ?? medianPay,
  };
  const toGo = breaks === undefined ? reasonToGo(going, person) : undefined;
  const path: Option['path'] = {
    kind: 'pivot',
    slug: pivot.slug,
    title: pivot.title,
    matchPercent: pivot.matchPercent,
    ...(usualMatchPercent === undefined ? {} : { usualMatchPercent }),
    relation: pivot.relation,
    direction,
    score: pivot.score,
    interval,
    have: pivot.have,
    need: pivot.need,
    ...(pivot.entryRoute === undefined ? {} : { entryRoute: pivot.entryRoute }),
    ...(medianPay === undefined ? {} : { medianPay }),
    ...(payBasis === undefined ? {} : { payBasis }),
    ...(fit === undefined ? {} : { interestFit: fit }),
    ...(candidate.ownPlace && { ownPlace: true as const }),
    ...(candidate.strains && { strained: true as const }),
    reasons: [
      ...(breaks ?? []).map(pastLimits),
      ...pathReasons({ candidate, direction, fit, toGo, paysMore }, person),
    ],
  };
  return {
    path,
    candidate,
    toGo,
    bar: barOf({ breaks, direction, paysMore, toGo, fit, pay: going.expectedPay }, person),
    points: pointParts({
      matchPercent: pivot.matchPercent,
      plausible,
      gap,
      payGain,
      growth,
      interestFit: fit,
    }),
  };
}

/** Whether the ranking would take a path at all. */
export const isWorthOffering = (candidate: PathCandidate, person: PersonProfile): boolean =>
  optionOf(candidate, person).bar === undefined;

/** The paths that keep every limit and bring nothing; undefined when there are none. */
export const noGainOf = (candidates: readonly PathCandidate[], person: PersonProfile): NoGain | undefined =>
  noGainAmong(optionsOf(candidates, person));

function noGainAmong(options: readonly Option[]): NoGain | undefined {
  const barredBy = (by: Bar): string[] =>
    options.filter(({ bar }) => bar === by).map(({ path }) => path.title);
  const [payLess, moreExposed] = [barredBy('pays less'), barredBy('more exposed')];
  return payLess.length + moreExposed.length > 0 ? { payLess, moreExposed } : undefined;
}

/** Said first of a path that somebody chose all the same. */
const pastLimits = (limit: string): string => `Past your limits: ${limit}`;

function stay(person: PersonProfile, chosen: readonly Option[], noGain: NoGain | undefined): Option['path'] {
  const best = person.levers[0];
  const gap = best ? best.scoreBefore - best.scoreAfter : 0;
  const fit = person.interests?.fit;
  return {
    kind: 'stay and reshape',
    slug: person.slug,
    title: person.betweenJobs ? 'Work of the kind you know, reshaped' : 'Stay and reshape your work',
    matchPercent: 100,
    relation: 'same work',
    direction: 'about as exposed',
    score: best?.scoreAfter ?? person.score,
    interval: { low: Math.max(0, person.interval.low - gap), high: person.interval.high - gap },
    have: [],
    need: [],
    ...(person.medianPay === undefined ? {} : { medianPay: person.medianPay }),
    ...(fit === undefined ? {} : { interestFit: fit }),
    reasons: stayReasons(person, {
      paths: chosen.length,
      noGain,
      lessExposed: chosen.some(({ path }) => path.direction === 'less exposed'),
    }),
  };
}
