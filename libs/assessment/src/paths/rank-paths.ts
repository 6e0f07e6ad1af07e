import { directionOf, type Interval, type Pivot } from '@app/occupations';
import type { Constraints } from '../answers/answers.js';
import { interestFit, interestFitWord } from '../interests/interest-fit.js';
import type { InterestResult, Lever, RankedPath } from '../result/personal-result.js';
import { type Clash, clashReason } from './clashes.js';
import { claimedGap, pathPoints, trainingMonths } from './path-ranking.js';

/** A pivot with what the catalogue knows of its target. */
export interface PathCandidate {
  readonly pivot: Pivot;
  readonly interval: Interval;
  /** Match without the person's own ratings, whole per cent, where they gave any. */
  readonly usualMatchPercent?: number | undefined;
  /** Full-time median, pounds a year. */
  readonly medianPay?: number | undefined;
  /** Area, survey and release of the pay. */
  readonly payBasis?: string | undefined;
  /** Interests of the target, R, I, A, S, E, C, 0–100; empty when unknown. */
  readonly interests?: readonly number[] | undefined;
  /** O*NET job zones above the person's own, 0 or more. */
  readonly zonesUp: number;
  /** See {@link RankedFacts.routeMonths}. */
  readonly routeMonths?: number | undefined;
  /** What the person asked to avoid and this work has. */
  readonly clashes?: readonly Clash[] | undefined;
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
  readonly medianPay?: number | undefined;
  /** What they earn, when they said: staying keeps it. Gross pounds a year, the lower end of the band and the upper, if it has one. */
  readonly ownPay?: { readonly from: number; readonly to: number | null } | undefined;
  /** What the person asked to avoid and their own work has. */
  readonly clashes?: readonly Clash[] | undefined;
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const pounds = (amount: number): string => `£${whole.format(amount)}`;
const likely = ({ low, high }: Interval): string => `${Math.round(low)}–${Math.round(high)}`;

/** The pivots and *stay and reshape*, best first (see {@link pathPoints}). Directions are against the person's own interval. */
export function rankPaths(candidates: readonly PathCandidate[], person: PersonProfile): RankedPath[] {
  const options = [stay(person), ...candidates.map((candidate) => pivotPath(candidate, person))];
  options.sort((a, b) => b.points - a.points || a.path.title.localeCompare(b.path.title));
  return options.map(({ path }, index) => ({ ...path, rank: index + 1 }));
}

interface Option {
  readonly path: Omit<RankedPath, 'rank'>;
  readonly points: number;
}

function stay(person: PersonProfile): Option {
  const best = person.levers[0];
  const gap = best ? best.scoreBefore - best.scoreAfter : 0;
  const { lowestPay } = person.constraints;
  const clashes = person.clashes ?? [];
  // Whoever asks for more than they earn is not kept from it by staying as long as their band reaches that far.
  const keeps = person.ownPay ? (person.ownPay.to ?? Infinity) : person.medianPay;
  const short = lowestPay !== undefined && keeps !== undefined && keeps < lowestPay;
  const fit = person.interests?.fit;
  const facts = {
    matchPercent: 100,
    gap,
    zonesUp: 0,
    licensed: false,
    clashes: clashes.length,
    interestFit: fit,
  };
  const reasons = [
    'You keep your job and what you know, and change what fills the week.',
    ...(best ? [best.words] : []),
    `${Math.round(100 * person.lowShare)}% of ${person.weekWords} is already in tasks that tools can do little of.`,
    ...(short ? [`What you earn there is below the ${pounds(lowestPay)} you need.`] : []),
    ...clashes.map(clashReason),
    ...interestReason(fit, 'the work you do'),
  ];
  const path: Option['path'] = {
    kind: 'stay and reshape',
    slug: person.slug,
    title: 'Stay and reshape your work',
    matchPercent: 100,
    relation: 'same work',
    direction: 'about as exposed',
    score: best?.scoreAfter ?? person.score,
    interval: { low: Math.max(0, person.interval.low - gap), high: person.interval.high - gap },
    have: [],
    need: [],
    ...(person.medianPay === undefined ? {} : { medianPay: person.medianPay }),
    ...(fit === undefined ? {} : { interestFit: fit }),
    reasons,
  };
  // Pay below the floor is known to be bearable where it is earned today: it counts once, however far below.
  return { path, points: pathPoints(facts, person.constraints) - (short ? 25 : 0) };
}

function pivotPath(
  {
    pivot,
    interval,
    usualMatchPercent,
    medianPay,
    payBasis,
    interests,
    zonesUp,
    routeMonths,
    clashes = [],
  }: PathCandidate,
  person: PersonProfile,
): Option {
  const direction = directionOf(person.interval, interval);
  const licensed = pivot.entryRoute !== undefined;
  const fit = person.interests && interestFit(person.interests.person, interests ?? []);
  const facts = {
    matchPercent: pivot.matchPercent,
    gap: claimedGap(direction, person.score, pivot.score),
    medianPay,
    zonesUp,
    routeMonths,
    licensed,
    clashes: clashes.length,
    interestFit: fit,
  };
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
    reasons: [
      matchReason(pivot.matchPercent, usualMatchPercent),
      exposureReason(direction, interval, person.interval),
      ...payReason(medianPay, person.constraints.lowestPay),
      ...clashes.map(clashReason),
      ...trainingReason(
        trainingMonths({ zonesUp, licensed, routeMonths }),
        licensed,
        person.constraints.monthsToTrain,
      ),
      ...interestReason(fit, 'it'),
      ...(pivot.entryRoute === undefined ? [] : [`How to enter: ${pivot.entryRoute}`]),
    ],
  };
  return { path, points: pathPoints(facts, person.constraints) };
}

function matchReason(match: number, usual: number | undefined): string {
  if (usual === undefined) return `The usual skills of your job cover ${match}% of what it asks for.`;
  return usual === match
    ? `Your skills, as you rated them, cover ${match}% of what it asks for, as is usual in your job.`
    : `Your skills, as you rated them, cover ${match}% of what it asks for; usual in your job is ${usual}%.`;
}

function exposureReason(direction: RankedPath['direction'], target: Interval, own: Interval): string {
  const ranges = `likely ${likely(target)} of 100, yours ${likely(own)}`;
  if (direction === 'about as exposed')
    return `About as exposed as your week, as far as can be told: the ranges overlap (${ranges}).`;
  return direction === 'less exposed'
    ? `Less exposed than your week (${ranges}).`
    : `More exposed than your week (${ranges}).`;
}

function interestReason(fit: number | undefined, what: string): string[] {
  if (fit === undefined) return [];
  switch (interestFitWord(fit)) {
    case 'close':
      return [`Your interests lie close to ${what}.`];
    case 'partly':
      return [`Your interests fit ${what} in part.`];
    case 'far':
      return ['Your interests lie elsewhere.'];
  }
}

function payReason(medianPay: number | undefined, lowestPay: number | undefined): string[] {
  if (medianPay === undefined) return [];
  const typical = `Typical full-time pay is ${pounds(medianPay)} a year`;
  if (lowestPay === undefined) return [`${typical}.`];
  return [
    `${typical}, ${medianPay < lowestPay ? 'below' : 'at or above'} the ${pounds(lowestPay)} you need.`,
  ];
}

function trainingReason(months: number, licensed: boolean, limit: number | undefined): string[] {
  if (months === 0) return [];
  const asks = licensed
    ? 'It needs a licence or registration'
    : 'It usually asks for more preparation than your job does';
  const length = `, ${months} months or more`;
  return [
    limit !== undefined && months > limit
      ? `${asks}${length}: longer than the ${limit} months you named.`
      : `${asks}${length}.`,
  ];
}
