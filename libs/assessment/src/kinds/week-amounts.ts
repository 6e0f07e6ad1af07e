import { type Amounts, isOwnTask } from '../answers/answers.js';
import { type Band, BANDS } from '../answers/bands.js';
import { tasksFor } from '../scoring/detail.js';
import { amountOf } from './amount.js';
import type { QuestionContext } from './question.js';

/** A task of the week's page. */
export interface WeekTask {
  readonly taskId: string;
  readonly name: string;
}

/** Everything else the person does. */
export const OTHER = 'other';

/** Amounts as given, or what to put right at which task. */
export type ReadAmounts =
  | { readonly amounts: WithoutJob<Amounts> }
  | { readonly problem: readonly { readonly taskId: string; readonly message: string }[] };
type WithoutJob<Given> = Given extends Given ? Omit<Given, 'occupationSlug'> : never;

/** The tasks chosen for this job or family of work, with their names. */
export function weekTasks({ answers, subject }: QuestionContext): WeekTask[] {
  if (!subject) return [];
  const names = new Map(subject.tasks.map(({ id, name }) => [id, name]));
  return tasksFor(answers, subject).map((task) => ({
    taskId: task.taskId,
    name: isOwnTask(task) ? task.text : (names.get(task.taskId) ?? task.taskId),
  }));
}

const bandOf = (value: string | undefined): Band | undefined => BANDS.find((band) => band === value);

/** A band for every task; "anything else" may be left out. */
export function readBands(given: ReadonlyMap<string, string>, tasks: readonly WeekTask[]): ReadAmounts {
  const chosen = tasks.map((task) => ({ ...task, band: bandOf(given.get(task.taskId)) }));
  const problem = chosen
    .filter(({ band }) => band === undefined)
    .map(({ taskId, name }) => ({ taskId, message: `Choose how much of the week “${name}” takes` }));
  if (problem.length > 0) return { problem };
  const [first] = tasks;
  if (first && chosen.every(({ band }) => band === 'none')) {
    const message = 'Every task is set to “None”: choose how much of the week at least one of them takes';
    return { problem: [{ taskId: first.taskId, message }] };
  }
  const bands = Object.fromEntries(chosen.map(({ taskId, band = 'none' }) => [taskId, band]));
  return { amounts: { kind: 'bands', bands, other: bandOf(given.get(OTHER)) ?? 'none' } };
}

/** Whole per cent as people write it; NaN for anything else. A blank is 0. */
function percentOf(typed = ''): number {
  const percent = typed === '' ? 0 : amountOf(typed, '%');
  return Number.isInteger(percent) ? percent : NaN;
}

/** Sum of the percentages that can be read. */
export const totalOf = (given: ReadonlyMap<string, string>, tasks: readonly WeekTask[]): number =>
  tasks.reduce((sum, { taskId }) => sum + (percentOf(given.get(taskId)) || 0), 0);

/** Whole per cent for each task, more than 0 and at most 100 together; the rest is other work. */
export function readPercents(given: ReadonlyMap<string, string>, tasks: readonly WeekTask[]): ReadAmounts {
  const percents = tasks.map((task) => ({ ...task, percent: percentOf(given.get(task.taskId)) }));
  const wrong = percents.filter(({ percent }) => !(percent >= 0 && percent <= 100));
  if (wrong.length > 0)
    return {
      problem: wrong.map(({ taskId, name }) => ({
        taskId,
        message: `Enter a whole number from 0 to 100 for “${name}”`,
      })),
    };
  const [first] = tasks;
  const total = totalOf(given, tasks);
  if (first && total > 100) {
    const message = `Your tasks add up to ${total}%: take ${total - 100}% off, so that they make 100% or less`;
    return { problem: [{ taskId: first.taskId, message }] };
  }
  if (first && total === 0)
    return {
      problem: [{ taskId: first.taskId, message: 'Enter how much of the week at least one task takes' }],
    };
  return {
    amounts: {
      kind: 'exact',
      percents: Object.fromEntries(percents.map(({ taskId, percent }) => [taskId, percent])),
    },
  };
}
