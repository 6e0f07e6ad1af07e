import { MODEL_VERSION } from '@app/occupations';
import { partOfFullTime } from '@app/labour-market';
import type { Answers, Constraints } from '../answers/answers.js';
import { isBetweenJobs } from '../answers/between-jobs.js';
import { PAY_BANDS } from '../answers/choices.js';
import type { Clash } from '../paths/clashes.js';
import type { KeptAway } from '../result/kept-away.js';
import type { PathCandidate, PersonProfile } from '../paths/path-candidate.js';
import { isWorthOffering, noGainOf, rankCandidates, rankPaths } from '../paths/rank-paths.js';
import type { RankedCandidate } from '../paths/ranked-candidate.js';
import { interestFit } from '../interests/interest-fit.js';
import { interestProfile } from '../interests/interest-profile.js';
import type { Adjustment, InterestResult, PersonalResult, WeekRow } from '../result/personal-result.js';
import { adjustmentsFor, boundAdjustments, sumOf } from './adjustments.js';
import { compare, type Compared } from './comparison.js';
import { basedOn, CONCENTRATION, saidLess, weekWordsOf } from './detail.js';
import { draw, type Drawn, moved } from './interval.js';
import { leversOf, USUAL_WEEK_HOURS } from './levers.js';
import type { RatedSkill } from '../skills/own-ratings.js';
import { seedOf } from './random.js';
import { bandAndWindow } from './band-and-window.js';
import { allStrengths } from './strengths.js';
import type { ActivityExposure, Subject } from './subject.js';
import { waterfallOf } from './waterfall.js';
import { contributionOf, namedShare, type Week, weekOf, type WeekPart } from './week.js';
import { MOST_PATHS } from '../result/most-paths.js';

/** What scoring needs beside the answers and the subject; plain values and pure functions, so that scoring stays pure. */
export interface ScoringContext {
  readonly catalogueVersion: string;
  readonly exposureOf: (activity: string) => ActivityExposure;
  /** Share of UK employment in occupations that score lower, 0–100. */
  readonly percentileOf: (score: number) => number;
  /** Matched with the person's own ratings already, where they gave any. */
  readonly candidates: readonly PathCandidate[];
  /** Profile of the subject, R, I, A, S, E, C, 0–100. */
  readonly interests?: readonly number[] | undefined;
  /** Own ratings, as matched. */
  readonly skills?: readonly RatedSkill[] | undefined;
  /** Full-time median of the person's own occupation, pounds a year. */
  readonly medianPay?: number | undefined;
  /** Which limit alone keeps how many paths away; asked for where few are left, with whether the ranking would take a path under limits. */
  readonly keptAway?:
    | ((isOffered: (candidate: PathCandidate, constraints: Constraints) => boolean) => readonly KeptAway[])
    | undefined;
  /** What the person asked to avoid and their own work has. */
  readonly clashes?: readonly Clash[] | undefined;
  /** They asked to avoid shifts, and most in their own work have them. */
  readonly onShifts?: boolean | undefined;
  /** Their words in place of a title, where the subject was found by those. */
  readonly described?: string | undefined;
}

/** Exposure below which tools do little of a task. */
const LOW_BELOW = 35;

/** A scored week with what else the ranking of paths weighs. */
export interface ProfiledWeek extends ScoredWeek {
  readonly weekHours: number;
  readonly weekWords: string;
  readonly profile: PersonProfile;
}

/** What {@link score} and {@link candidatesOf} begin with, and most of their work. */
export function profiled(
  answers: Answers,
  subject: Subject,
  context: Omit<ScoringContext, 'candidates' | 'keptAway'>,
): ProfiledWeek {
  const scored = scoredWeekOf(answers, subject, context);
  const { week, total, interval } = scored;
  const weekHours = answers.hoursPerWeek ?? USUAL_WEEK_HOURS;
  const betweenJobs = isBetweenJobs(answers);
  const weekWords = weekWordsOf(week.detail, betweenJobs);
  const profile: PersonProfile = {
    slug: subject.family ? '' : subject.slug,
    title: subject.title,
    score: total,
    interval,
    levers: leversOf({
      answers,
      subject,
      week,
      score: total,
      weekHours,
      scoreOf: (others) => scoreAlone(others, subject, context.exposureOf),
    }),
    lowShare: lowShareOf(week.parts),
    weekWords,
    constraints: answers.constraints ?? {},
    interests: interestsOf(answers, context.interests),
    medianPay: context.medianPay,
    partTimeHours: partOfFullTime(answers.hoursPerWeek) < 1 ? answers.hoursPerWeek : undefined,
    ownPay: answers.payBand && PAY_BANDS[answers.payBand],
    clashes: context.clashes,
    onShifts: context.onShifts,
    betweenJobs,
  };
  return { ...scored, weekHours, weekWords, profile };
}

/** Every candidate of the context in the order of the ranking; see {@link rankCandidates}. @param of what {@link profiled} gives for the same. */
export const candidatesOf = (
  answers: Answers,
  subject: Subject,
  context: ScoringContext,
  of = profiled(answers, subject, context),
): RankedCandidate[] => rankCandidates(context.candidates, of.profile);

/**
 * The personal score by method §4. Pure: the same answers, subject, catalogue and model give the same result to the last digit.
 * Missing answers lower the detail, never fail.
 * @param of what {@link profiled} gives for the same.
 */
export function score(
  answers: Answers,
  subject: Subject,
  context: ScoringContext,
  of = profiled(answers, subject, context),
): PersonalResult {
  const { week, adjustments, total, interval, seed, compared, weekHours, weekWords, profile } = of;
  const { levers, interests, betweenJobs = false } = profile;
  const rows = week.parts.map((part) => rowOf(part, week, answers.hoursPerWeek));
  const typical = typicalScore(subject, week);
  const { band, window, windowOf, placedAt } = bandAndWindow({
    week,
    typical,
    score: total,
    interval,
    comparison: compared.comparison,
    barrierMonths: subject.barrierMonths,
  });
  const ranked = rankPaths(context.candidates, profile);
  const few = ranked.length <= MOST_PATHS;
  const isOffered = (candidate: PathCandidate, constraints: Constraints): boolean =>
    isWorthOffering(candidate, { ...profile, constraints });
  const keptAway = few ? (context.keptAway?.(isOffered) ?? []) : [];
  const noGain = few ? noGainOf(context.candidates, profile) : undefined;
  // With no path, why there is none is a reason of staying.
  const paths = ranked.length === 1 ? rankPaths(context.candidates, { ...profile, keptAway }) : ranked;
  return {
    slug: subject.family ? '' : subject.slug,
    occupationTitle: subject.title,
    ...(betweenJobs && { betweenJobs }),
    level: week.detail,
    ...(context.described !== undefined && { described: context.described }),
    levelWords: basedOn(week.detail, adjustments, betweenJobs, context.described && subject.title),
    score: total,
    interval,
    band,
    occupationScore: typical,
    occupationInterval: subject.interval,
    ...compared,
    rows,
    adjustments,
    waterfall: waterfallOf(week, adjustments, total - typical, betweenJobs),
    levers,
    weekHours,
    weekHoursGiven: answers.hoursPerWeek !== undefined,
    window,
    windowOf,
    barrierMonths: subject.barrierMonths,
    percentile: context.percentileOf(placedAt),
    pivots: paths,
    ...(keptAway.length > 0 && { keptAway }),
    ...(noGain && { noGain }),
    strengths: allStrengths({
      parts: week.parts.map((part) => ({ ...part, share: namedShare(part, week.detail) })),
      paths,
      weekWords,
      betweenJobs,
      adjustments,
      skills: context.skills,
    }),
    ...(context.skills && context.skills.length > 0 ? { skills: context.skills } : {}),
    ...(interests ? { interests } : {}),
    seed,
    catalogueVersion: context.catalogueVersion,
    modelVersion: MODEL_VERSION,
  };
}

function interestsOf(
  answers: Answers,
  occupation: readonly number[] | undefined,
): InterestResult | undefined {
  const person = interestProfile(answers.interests ?? {});
  if (!person || !occupation) return undefined;
  const fit = interestFit(person, occupation);
  return { person, occupation, ...(fit === undefined ? {} : { fit }) };
}

/** The score alone, without interval, paths and words; the same number as {@link score} gives. */
export function scoreAlone(
  answers: Answers,
  subject: Subject,
  exposureOf: ScoringContext['exposureOf'],
): number {
  const week = weekOf(answers, subject, exposureOf);
  const unadjusted = unadjustedScore(subject, week);
  return unadjusted + sumOf(boundAdjustments(adjustmentsFor(answers, subject, week), unadjusted));
}

/** A week with its score and interval. */
interface ScoredWeek {
  readonly week: Week;
  readonly adjustments: readonly Adjustment[];
  readonly total: number;
  readonly interval: PersonalResult['interval'];
  readonly compared: Compared;
  readonly seed: string;
}

function scoredWeekOf(
  answers: Answers,
  subject: Subject,
  context: Pick<ScoringContext, 'exposureOf'>,
): ScoredWeek {
  const { week, unadjusted, drawn, seed } = unadjustedOf(answers, subject, context);
  const adjustments = boundAdjustments(adjustmentsFor(answers, subject, week), unadjusted);
  const by = sumOf(adjustments);
  const total = unadjusted + by;
  return {
    week,
    adjustments,
    total,
    interval: moved(drawn.interval, by),
    compared: compare(total, typicalScore(subject, week), drawn.differences, by),
    seed,
  };
}

type UnadjustedScore = Pick<ScoredWeek, 'week' | 'seed'> & {
  readonly unadjusted: number;
  readonly drawn: Drawn;
};

/**
 * What a title alone gives depends on its subject and on nothing of the person, and every more detailed result is bounded by it: drawn
 * once a subject, a quarter of the work of most results. Subjects are never changed.
 */
const typicalWeeks = new WeakMap<Subject, UnadjustedScore>();

/** The week alone. Its interval is bounded by the one of the same week with less said, all the way down (see {@link drawInterval}). */
function unadjustedOf(
  answers: Answers,
  subject: Subject,
  context: Pick<ScoringContext, 'exposureOf'>,
): UnadjustedScore {
  const week = weekOf(answers, subject, context.exposureOf);
  const known = week.detail === 'title only' ? typicalWeeks.get(subject) : undefined;
  if (known) return known;
  const unadjusted = unadjustedScore(subject, week);
  const less = saidLess(answers, subject);
  const below = less && unadjustedOf(less, subject, context).drawn.interval;
  const parts = week.parts.map(({ share, exposure, sd }) => ({ share, exposure, sd }));
  const seed = seedOf({
    modelVersion: MODEL_VERSION,
    detail: week.detail,
    parts,
    family: subject.family ?? null,
  });
  const drawn = draw({
    parts: week.parts,
    score: meanOf(week),
    concentration: CONCENTRATION[week.detail],
    seed,
    family: subject.family,
    atMost: below && below.high - below.low,
  });
  const shift = typicalScore(subject, week) - week.occupationScore;
  const scored = { week, unadjusted, drawn: { ...drawn, interval: moved(drawn.interval, shift) }, seed };
  if (week.detail === 'title only') typicalWeeks.set(subject, scored);
  return scored;
}

function rowOf(part: WeekPart, week: Week, hoursPerWeek: number | undefined): WeekRow {
  const { statedShare, ...row } = part;
  return {
    ...row,
    ...(!week.detail.startsWith('title') && { stated: statedShare }),
    ...(hoursPerWeek === undefined ? {} : { hours: part.share * hoursPerWeek }),
    contribution: contributionOf(part, week),
  };
}

/** Score of the occupation itself: of data reports it is not the mean of the labels of its tasks. */
const typicalScore = (subject: Subject, week: Week): number => subject.score ?? week.occupationScore;

/** Mean exposure of the person's week. */
const meanOf = ({ parts }: Week): number =>
  parts.reduce((sum, { share, exposure }) => sum + share * exposure, 0);

/** S = S_occ + Σ (u − w) e: the occupation's own score, moved by how the week differs. */
const unadjustedScore = (subject: Subject, week: Week): number =>
  Math.min(100, Math.max(0, typicalScore(subject, week) + meanOf(week) - week.occupationScore));

const lowShareOf = (parts: readonly WeekPart[]): number =>
  parts.filter(({ exposure }) => Math.round(exposure) < LOW_BELOW).reduce((sum, { share }) => sum + share, 0);
