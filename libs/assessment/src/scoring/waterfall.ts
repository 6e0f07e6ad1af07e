import { inSentence } from '@app/kernel';
import type { Adjustment, WaterfallStep } from '../result/personal-result.js';
import { contributionOf, OTHER_WORK, type Week, type WeekPart } from './week.js';

/** A bar for each part of the week that differs, then the adjustments. Other work lies at the mean, so it moves nothing. */
export function waterfallOf(week: Week, adjustments: readonly Adjustment[]): WaterfallStep[] {
  const tasks = week.parts
    .filter(({ taskId, share, typicalShare }) => taskId !== OTHER_WORK && share !== typicalShare)
    .map((part) => ({ label: stepLabel(part), points: contributionOf(part, week) }));
  const beside = adjustments
    .filter(({ points }) => points !== 0)
    .map((each) => ({ label: adjustmentLabel(each), points: each.points }));
  return [...tasks, ...beside];
}

const adjustmentLabel = ({ kind, name, answer }: Adjustment): string =>
  kind === 'ai use' ? `AI in ${inSentence(name)}: ${answer}` : `${name}: ${answer}`;

function stepLabel({ name, share, typicalShare }: WeekPart): string {
  const yours = `${Math.round(100 * share)}% of your week`;
  return typicalShare > 0
    ? `${name}: ${yours}, typically ${Math.round(100 * typicalShare)}%`
    : `${name}: ${yours}`;
}
