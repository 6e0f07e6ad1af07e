import {
  CONSENSUS,
  consensusOf,
  fittedScore,
  mean,
  type ModelRecord,
  roundHalfUp,
  weightedRankCorrelation,
} from '@app/occupations';
import type { Sources } from '../read-sources.js';
import type { Calibration, Employed } from './calibrate.js';

/** A unit group as the tests see it. */
export interface Tested extends Employed {
  readonly code: string;
  readonly title: string;
  readonly score: number;
}

type Tests = Pick<ModelRecord, 'without' | 'jobsChange' | 'payChange' | 'disagree'>;

const DRAWS = 1_000;
const SHOWN = 10;

/** The tests of the score that are printed whatever they find (method §2). */
export function honestTests(groups: readonly Tested[], { fit }: Calibration, sources: Sources): Tests {
  const before = sources.ukJobs2021;
  const changes = groups.flatMap((group): Pair[] => {
    const then = before.get(group.code)?.jobs ?? 0;
    return then > 0 && group.jobs > 0 ? [{ x: group.score, y: group.jobs / then, weight: then }] : [];
  });
  const lastPay = new Map(sources.pay2024.map(({ code, median }) => [code, median]));
  const raises = groups.flatMap((group): Pair[] => {
    const [now, then] = [sources.pay.get(group.code)?.median, lastPay.get(group.code)];
    return now && then ? [{ x: group.score, y: now / then, weight: group.jobs }] : [];
  });
  return {
    without: [...CONSENSUS, 'problems' as const].map((input) => ({
      input,
      points: roundHalfUp(effectOf(input, groups, fit), 2),
    })),
    jobsChange: relation(changes),
    payChange: relation(raises),
    disagree: groups
      .map(({ code, title, places }) => ({ code, title, spread: consensusOf(places)?.spread ?? 0, places }))
      .sort((a, b) => b.spread - a.spread || (a.code < b.code ? -1 : 1))
      .slice(0, SHOWN)
      .map(({ code, title, spread, places }) => {
        const known = Object.values(places).sort((a, b) => a - b);
        return {
          code,
          title,
          spread: roundHalfUp(spread, 1),
          lowest: roundHalfUp(known[0] ?? 0),
          highest: roundHalfUp(known.at(-1) ?? 0),
        };
      }),
  };
}

/** Mean change of a unit group's score without one of its inputs, points, each group by its jobs. */
function effectOf(
  input: (typeof CONSENSUS)[number] | 'problems',
  groups: readonly Tested[],
  fit: Calibration['fit'],
): number {
  const middle = mean(groups.map(({ problems }) => problems));
  const moved = groups.map(({ places, problems, jobs }) => {
    const whole = fittedScore(fit, consensusOf(places)?.mean ?? 50, problems);
    const without =
      input === 'problems'
        ? fittedScore(fit, consensusOf(places)?.mean ?? 50, middle)
        : fittedScore(fit, consensusOf(places, input)?.mean ?? 50, problems);
    return { by: Math.abs(whole - without), jobs };
  });
  return (
    moved.reduce((sum, { by, jobs }) => sum + by * jobs, 0) / moved.reduce((sum, { jobs }) => sum + jobs, 0)
  );
}

interface Pair {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** Rank correlation weighted by jobs with its 90 % interval from draws of whole groups, always the same draws. */
function relation(all: readonly Pair[]): ModelRecord['jobsChange'] {
  const pairs = all.filter(({ weight }) => weight > 0);
  if (pairs.length < 3) return { groups: pairs.length, value: 0, low: -1, high: 1 };
  const random = dice(2021);
  const drawn = Array.from({ length: DRAWS }, () =>
    weightedRankCorrelation(pairs.map((pair) => pairs[Math.floor(random() * pairs.length)] ?? pair)),
  ).sort((a, b) => a - b);
  const two = (value: number | undefined): number =>
    Math.sign(value ?? 0) * roundHalfUp(Math.abs(value ?? 0), 2);
  return {
    groups: pairs.length,
    value: two(weightedRankCorrelation(pairs)),
    low: two(drawn[Math.floor(0.05 * DRAWS)]),
    high: two(drawn[Math.ceil(0.95 * DRAWS) - 1]),
  };
}

/** A small generator of numbers in 0–1 that is the same on every machine (Park and Miller). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
