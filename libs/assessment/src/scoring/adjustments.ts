import { AI_USE_SHORT } from '../answers/ai-use.js';
import type { Answers } from '../answers/answers.js';
import { DEMAND_IDS, DEMAND_SHORT, DEMANDS } from '../answers/demands.js';
import { usualDemand } from '../answers/usual-demands.js';
import type { Adjustment } from '../result/personal-result.js';
import { AI_USE_POINTS, DEMAND_POINTS, MOST_ADJUSTMENT } from './adjustment-points.js';
import { biggestParts } from './biggest-parts.js';
import type { Subject } from './subject.js';
import type { Week } from './week.js';

/**
 * One line for each answer given, in the order of the questions; nothing for what was left blank. Demands count against what is usual in
 * the work, so the usual answers move nothing.
 */
export function adjustmentsFor(answers: Answers, subject: Subject, week: Week): Adjustment[] {
  const { aiUse, demands = {} } = answers;
  const uses = aiUse?.subject === subject.slug ? aiUse.tasks : {};
  return [
    ...biggestParts(week).flatMap(({ taskId, name, own }): Adjustment[] => {
      const use = uses[taskId];
      if (!use) return [];
      const points = AI_USE_POINTS[use];
      return [{ kind: 'ai use', name: own ? `“${name}”` : name, answer: AI_USE_SHORT[use], points }];
    }),
    ...DEMAND_IDS.flatMap((id): Adjustment[] => {
      const level = demands[id];
      return level
        ? [
            {
              kind: 'demand',
              name: DEMANDS[id].name,
              answer: DEMAND_SHORT[level],
              points: DEMAND_POINTS[level] - DEMAND_POINTS[usualDemand(id, subject)],
            },
          ]
        : [];
    }),
  ];
}

/**
 * Scales the adjustments down together, so that they sum to ±8 at most and the score stays on 0–100. Each keeps its part of the sum, so
 * the bars of the waterfall still add up.
 */
export function boundAdjustments(adjustments: readonly Adjustment[], unadjusted: number): Adjustment[] {
  const sum = sumOf(adjustments);
  const low = Math.max(-MOST_ADJUSTMENT, -unadjusted);
  const high = Math.min(MOST_ADJUSTMENT, 100 - unadjusted);
  const allowed = Math.min(high, Math.max(low, sum));
  if (allowed === sum) return [...adjustments];
  // + 0 turns −0 into 0, which JSON cannot tell apart.
  return adjustments.map((each) => ({ ...each, points: (each.points * allowed) / sum + 0 }));
}

export const sumOf = (adjustments: readonly Pick<Adjustment, 'points'>[]): number =>
  adjustments.reduce((total, { points }) => total + points, 0);
