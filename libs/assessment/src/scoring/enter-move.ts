import type { Amounts, Answers } from '../answers/answers.js';
import { amountsFor, trustIn } from './detail.js';
import type { Subject } from './subject.js';
import { OTHER_WORK, type Week } from './week.js';

/** A move of a part of the week from one task to another, whole per cent of the week. */
export interface Move {
  readonly fromTaskId: string;
  readonly toTaskId: string;
  readonly percent: number;
}

/** Answers whose week is in whole or exact per cent. */
export type ExactAnswers = Answers & { readonly amounts: Amounts & { readonly kind: 'exact' } };

/**
 * The same person with their week in whole per cent, as the page for exact shares takes it. Who gave theirs so keeps it; of anybody else
 * the shares are those that, entered there, give the score they have now.
 */
export function statedExactly(answers: Answers, subject: Subject, week: Week): ExactAnswers {
  const amounts = amountsFor(answers, subject);
  if (amounts?.kind === 'exact') return { ...answers, amounts };
  const trust = trustIn('exact', subject);
  const shares = week.parts.map(({ taskId, share, typicalShare }): [string, number] => [
    taskId,
    (100 * (share - (1 - trust) * typicalShare)) / trust,
  ]);
  const percents = new Map(wholePercents(shares));
  percents.delete(OTHER_WORK);
  const chosen = new Map((answers.tasks ?? []).map((task) => [task.taskId, task]));
  return {
    ...answers,
    tasksFor: subject.slug,
    tasks: [...percents.keys()].map((taskId) => chosen.get(taskId) ?? { taskId }),
    amounts: { kind: 'exact', occupationSlug: subject.slug, percents: Object.fromEntries(percents) },
  };
}

/** The answers with the move made. */
export function withMove(answers: ExactAnswers, { fromTaskId, toTaskId, percent }: Move): ExactAnswers {
  const { amounts } = answers;
  const { percents } = amounts;
  const moved = {
    ...percents,
    [fromTaskId]: (percents[fromTaskId] ?? 0) - percent,
    [toTaskId]: (percents[toTaskId] ?? 0) + percent,
  };
  return { ...answers, amounts: { ...amounts, percents: moved } };
}

/** Rounded so that they still sum to 100: the largest remainders get the points that are over. */
function wholePercents(shares: readonly (readonly [string, number])[]): [string, number][] {
  const floors = shares.map(([id, share]) => ({
    id,
    floor: Math.floor(share + 1e-9),
    rest: share - Math.floor(share + 1e-9),
  }));
  let over = 100 - floors.reduce((sum, { floor }) => sum + floor, 0);
  const raised = new Set<string>();
  for (const { id } of [...floors].sort((a, b) => b.rest - a.rest)) {
    if (over <= 0) break;
    raised.add(id);
    over -= 1;
  }
  return floors.map(({ id, floor }) => [id, floor + (raised.has(id) ? 1 : 0)]);
}
