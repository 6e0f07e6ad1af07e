import type { Answers } from '@app/assessment';
import type { Occupation } from '@app/occupations';
import type { BlueprintInputs } from '../snapshot/blueprint-inputs.js';

/** The O*NET activities of the occupation's tasks and of what somebody wrote themselves; the tasks of a family are activities. */
export const activitiesOf = (
  occupation: Pick<Occupation, 'tasks'> | undefined,
  { tasks = [] }: Pick<Answers, 'tasks'>,
): BlueprintInputs['activities'] =>
  Object.fromEntries<string>([
    ...(occupation?.tasks ?? []).flatMap(({ id, activity }) =>
      activity === undefined ? [] : [[id, activity] as const],
    ),
    ...tasks.flatMap((task) => ('activity' in task ? [[task.taskId, task.activity] as const] : [])),
  ]);
