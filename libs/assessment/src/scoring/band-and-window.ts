import { bandWord, MODEL_MONTH, type Window, windowFor } from '@app/occupations';
import type { Interval } from '@app/occupations';
import type { Comparison } from '../result/personal-result.js';
import type { Week, WeekPart } from './week.js';

/** No window is named for a likely range wider than this, points (method §2). */
export const WIDEST_FOR_A_WINDOW = 30;
/** The words of a window that is not named. */
export const WINDOW_NOT_KNOWN = 'not known yet';

/** Whose week the window is of. */
export type WindowOf = 'own week' | 'typical week';

/** Where a score stands: what band, window and percentile may say once it is known how it compares. */
export interface BandAndWindow {
  readonly band: string;
  readonly window: Window;
  readonly windowOf: WindowOf;
  /** The score whose place among UK workers is told. */
  readonly placedAt: number;
}

export interface BandAndWindowInput {
  readonly week: Week;
  /** Score of the occupation. */
  readonly typical: number;
  readonly score: number;
  readonly interval: Interval;
  readonly comparison: Comparison;
  readonly barrierMonths: number;
}

/**
 * Band, window and place among UK workers follow the finding (method §4): what is about the same as typical stands where the typical week
 * stands, and nothing points the other way than a difference that is claimed.
 */
export function bandAndWindow({
  week,
  typical: typicalScore,
  score,
  interval,
  comparison,
  barrierMonths,
}: BandAndWindowInput): BandAndWindow {
  const same = comparison === 'about the same';
  const own = windowFor(week.parts, barrierMonths, MODEL_MONTH);
  const typical = windowFor(
    week.parts.map((part) => ({ ...part, share: part.typicalShare })),
    barrierMonths,
    MODEL_MONTH,
  );
  const wide = interval.high - interval.low > WIDEST_FOR_A_WINDOW;
  const useTypical = wide || same || pointsTheOtherWay(comparison, own, typical);
  return {
    band: same ? bandsOf(typicalScore, score) : bandWord(score),
    window: wide ? notKnown(typical, interval) : useTypical ? typical : own,
    windowOf: useTypical ? 'typical week' : 'own week',
    placedAt: same ? typicalScore : score,
  };
}

/** One word, or both where a line between two bands runs between scores that cannot be told apart: "Low to medium". */
function bandsOf(a: number, b: number): string {
  const [low, high] = [bandWord(Math.min(a, b)), bandWord(Math.max(a, b))];
  return low === high ? low : `${low} to ${high.toLowerCase()}`;
}

function pointsTheOtherWay(comparison: Comparison, own: Window, typical: Window): boolean {
  const [mine, usual] = [own, typical].map(({ centralMonths }) => centralMonths ?? Infinity) as [
    number,
    number,
  ];
  return comparison === 'more exposed' ? mine > usual : mine < usual;
}

function notKnown(typical: Window, { low, high }: Interval): Window {
  return {
    ...typical,
    words: WINDOW_NOT_KNOWN,
    sentence: `Your likely range, ${Math.round(low)} to ${Math.round(high)}, is too wide to name a window of your own. For a typical week: ${typical.words}.`,
  };
}

/** The parts of the week that a window stands on, with the shares it took. */
export const windowParts = <Part extends Pick<WeekPart, 'share' | 'typicalShare'>>(
  parts: readonly Part[],
  of: WindowOf | undefined,
): Part[] =>
  of === 'typical week' ? parts.map((part) => ({ ...part, share: part.typicalShare })) : [...parts];
