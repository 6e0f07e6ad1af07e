import { MOST_PATHS, type PersonalResult, type RankedPath, withPaths } from '@app/assessment';

/** Less than so much of what a third path asks for, per cent, is little to go on with. */
const CARRIES_OVER = 60;
/** Paid this much less than their own trade, a third path is no gain beside steps that keep the trade. */
const PAYS_LESS = 0.9;
/** With fewer steps inside the trade a page of them is no better than a path. */
export const ENOUGH_STEPS = 3;

/**
 * The third path where its page is better given to the steps inside the trade: three or more of them fit, and of the path little carries over, it
 * strains a limit, or it is paid clearly less than the person's own trade. Undefined where it stays, as what lies in the kind of place they work in does.
 */
export function thatGivesWay(
  { pivots }: Pick<PersonalResult, 'pivots'>,
  steps: number,
): RankedPath | undefined {
  const third = pivots.filter(({ kind }) => kind === 'pivot')[MOST_PATHS - 1];
  if (!third || third.ownPlace || steps < ENOUGH_STEPS) return undefined;
  const trade = pivots.find(({ kind }) => kind === 'stay and reshape')?.medianPay;
  const isPaidLess =
    trade !== undefined && third.medianPay !== undefined && third.medianPay < PAYS_LESS * trade;
  return third.matchPercent < CARRIES_OVER || third.strained || isPaidLess ? third : undefined;
}

/** A result without one of its paths. */
export const without = (result: PersonalResult, path: RankedPath): PersonalResult =>
  withPaths(
    result,
    result.pivots.filter((one) => one !== path),
  );
