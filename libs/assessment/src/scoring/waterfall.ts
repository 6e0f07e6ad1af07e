import { inSentence } from '@app/kernel';
import type { Adjustment, WaterfallStep } from '../result/personal-result.js';
import type { Detail } from '../result/personal-result.js';
import { contributionOf, namedShare, OTHER_WORK, type Week, type WeekPart } from './week.js';

/**
 * A bar for each part of the week that differs, then the adjustments; they sum to `difference`, points beside the typical score. Other work
 * lies at the mean, so it moves nothing. Where the bars lead beyond 0 or 100 a last one says that the scale ends.
 */
export function waterfallOf(
  week: Week,
  adjustments: readonly Adjustment[],
  difference: number,
  betweenJobs = false,
): WaterfallStep[] {
  const tasks = week.parts
    .filter(({ taskId, share, typicalShare }) => taskId !== OTHER_WORK && share !== typicalShare)
    .map((part) => ({
      label: stepLabel(part, week.detail, betweenJobs),
      points: contributionOf(part, week),
    }));
  const beside = adjustments
    .filter(({ points }) => points !== 0)
    .map((each) => ({ label: adjustmentLabel(each), points: each.points }));
  const steps = [...tasks, ...beside];
  const beyond = difference - steps.reduce((sum, { points }) => sum + points, 0);
  if (Math.abs(beyond) < 1e-6) return steps;
  return [...steps, { label: `The scale ends at ${beyond > 0 ? 0 : 100}`, points: beyond }];
}

const adjustmentLabel = ({ kind, name, answer }: Adjustment): string =>
  kind === 'ai use' ? `AI in ${inSentence(name)}: ${answer}` : `${name}: ${answer}`;

function stepLabel(part: WeekPart, detail: Detail, betweenJobs: boolean): string {
  const { name, typicalShare } = part;
  const named = namedShare(part, detail);
  const yours = `${named === 0 ? 'none' : `${Math.round(100 * named)}%`} of ${betweenJobs ? 'the' : 'your'} week`;
  return typicalShare > 0
    ? `${name}: ${yours}, typically ${Math.round(100 * typicalShare)}%`
    : `${name}: ${yours}`;
}
