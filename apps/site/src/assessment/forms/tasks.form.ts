import type { ActivityGroup, ChosenTask, OwnTask } from '@app/assessment';
import type { FieldError } from '@app/http';
import type { Task } from '@app/occupations';
import { listOf, record, textOf } from '../questions.js';

export const MOST_OWN_TASKS = 3;
const LONGEST_NAME = 80;

/** What was ticked and typed, as the page shows it again. */
export interface TasksInput {
  readonly ticked: readonly string[];
  readonly own: readonly { readonly text: string; readonly activity: string }[];
}

/** The form's fields: `task` (many), `own_1` … `own_3`, `activity_1` … `activity_3`. */
export function readTasks(body: unknown): TasksInput {
  const fields = record(body);
  return {
    ticked: listOf(fields['task']),
    own: Array.from({ length: MOST_OWN_TASKS }, (_none, index) => ({
      text: textOf(fields[`own_${index + 1}`], LONGEST_NAME),
      activity: textOf(fields[`activity_${index + 1}`], 20),
    })),
  };
}

/** The tasks, in the report's order and then the own ones, or what to put right. */
export function checkTasks(
  input: TasksInput,
  listed: readonly Task[],
  groups: readonly ActivityGroup[],
): { tasks: ChosenTask[] } | { errors: FieldError[] } {
  const known = new Set(groups.flatMap(({ activities }) => activities.map(({ id }) => id)));
  const errors: FieldError[] = [];
  const own: OwnTask[] = [];
  input.own.forEach(({ text, activity }, index) => {
    const number = index + 1;
    if (text && !known.has(activity))
      errors.push({ field: `activity_${number}`, message: `Choose what kind of work “${text}” is` });
    else if (!text && activity)
      errors.push({
        field: `own_${number}`,
        message: 'Say in a few words what this task of yours is, or set its kind back to blank',
      });
    else if (text) own.push({ taskId: `own-${number}`, text, activity });
  });
  const tasks = [
    ...listed.filter(({ id }) => input.ticked.includes(id)).map(({ id }) => ({ taskId: id })),
    ...own,
  ];
  if (tasks.length === 0 && errors.length === 0)
    errors.push({ field: 'task', message: 'Tick at least one task, or add one of your own' });
  return errors.length > 0 ? { errors } : { tasks };
}
