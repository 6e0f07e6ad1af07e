import { IsOptional, IsString } from 'class-validator';
import { type Answers, type ChosenTask, isOwnTask, type OwnTask } from '../answers/answers.js';
import { isBetweenJobs } from '../answers/between-jobs.js';
import { BAND_WORDS } from '../answers/bands.js';
import type { QuestionEntry } from '../content/question-entry.js';
import type { Subject } from '../scoring/subject.js';
import { Line, Several } from './form-fields.js';
import { listIn, type Problem, type Question, type QuestionContext, textIn } from './question.js';

const MOST_OWN_TASKS = 3;
const LONGEST_NAME = 80;
/** Of a family of work, the kinds that stand open; the rest are a press away. */
const COMMON_KINDS = 12;
const NUMBERS = Array.from({ length: MOST_OWN_TASKS }, (_none, index) => index + 1);

/** `task` as often as tasks are ticked; up to three of one's own, each with the kind of work it is. */
class TasksForm {
  @IsOptional()
  @Several()
  @IsString({ each: true })
  task?: string[];

  @IsOptional()
  @Line(LONGEST_NAME)
  @IsString()
  own_1?: string;

  @IsOptional()
  @Line(LONGEST_NAME)
  @IsString()
  own_2?: string;

  @IsOptional()
  @Line(LONGEST_NAME)
  @IsString()
  own_3?: string;

  @IsOptional()
  @Line(20)
  @IsString()
  activity_1?: string;

  @IsOptional()
  @Line(20)
  @IsString()
  activity_2?: string;

  @IsOptional()
  @Line(20)
  @IsString()
  activity_3?: string;
}

/** The tasks a person does: those of the report that they tick, and up to three of their own. */
export const tasksQuestion = (entry: QuestionEntry): Question<TasksForm> => ({
  entry,
  keys: entry.saves ?? [entry.id],
  form: TasksForm,
  // Ticks of another job mean nothing here; own tasks stay.
  typed: ({ answers: { tasks = [], tasksFor }, subject }) => {
    const own = tasks.filter((task: ChosenTask) => isOwnTask(task));
    return {
      task: tasksFor === subject?.slug ? tasks.map(({ taskId }) => taskId) : [],
      ...Object.fromEntries(own.map(({ text }, index) => [`own_${index + 1}`, text])),
      ...Object.fromEntries(own.map(({ activity }, index) => [`activity_${index + 1}`, activity])),
    };
  },
  page: ({ answers, occupation, subject, activityGroups }, typed) => {
    const ticked = listIn(typed, 'task');
    const own = NUMBERS.map((number) => ({
      number,
      text: textIn(typed, `own_${number}`),
      activity: textIn(typed, `activity_${number}`),
    }));
    return {
      template: 'tasks',
      data: {
        job_title: subject?.title ?? '',
        family: occupation === undefined,
        between: isBetweenJobs(answers),
        edited: occupation?.kind === 'edited',
        tasks: (subject?.tasks ?? []).map(({ id, name, involves }) => ({
          id,
          name,
          involves: involves ?? '',
          ticked: ticked.includes(id),
        })),
        common: COMMON_KINDS,
        more_open: (subject?.tasks ?? []).slice(COMMON_KINDS).some(({ id }) => ticked.includes(id)),
        own,
        own_open: own.some(({ text, activity }) => text !== '' || activity !== ''),
        groups: activityGroups,
      },
    };
  },
  read: (form, context) => {
    const own = readOwn(form, context);
    const ticked = form.task ?? [];
    const tasks = [
      ...(context.subject?.tasks ?? [])
        .filter(({ id }) => ticked.includes(id))
        .map(({ id }) => ({ taskId: id })),
      ...own.tasks,
    ];
    const none = { field: 'task', message: 'Tick at least one task, or add one of your own' };
    const problems = tasks.length === 0 && own.problems.length === 0 ? [none] : own.problems;
    if (problems.length > 0 || !context.subject) return { problems };
    return { answers: { tasks, tasksFor: context.subject.slug } };
  },
  told: ({ answers, subject }) =>
    subject
      ? [
          {
            question: entry.check ?? entry.title,
            answer: tasksInWords(answers, subject),
            ...(answers.amounts ? { changedAt: 'week' } : {}),
          },
        ]
      : [],
  // The reviewer reads the week as it was scored.
  staff: () => [],
  outdated: ({ tasks, tasksFor, occupationSlug, familyId }) =>
    tasks !== undefined && tasksFor !== (occupationSlug ?? familyId),
});

function readOwn(
  form: TasksForm,
  { activityGroups }: QuestionContext,
): { readonly tasks: readonly OwnTask[]; readonly problems: readonly Problem[] } {
  const known = new Set(activityGroups.flatMap(({ activities }) => activities.map(({ id }) => id)));
  const given = [
    { number: 1, text: form.own_1, activity: form.activity_1 },
    { number: 2, text: form.own_2, activity: form.activity_2 },
    { number: 3, text: form.own_3, activity: form.activity_3 },
  ];
  const tasks: OwnTask[] = [];
  const problems: Problem[] = [];
  for (const { number, text, activity } of given) {
    if (text && !(activity && known.has(activity)))
      problems.push({ field: `activity_${number}`, message: `Choose what kind of work “${text}” is` });
    else if (!text && activity)
      problems.push({
        field: `own_${number}`,
        message: 'Say in a few words what this task of yours is, or set its kind back to blank',
      });
    else if (text && activity) tasks.push({ taskId: `own-${number}`, text, activity });
  }
  return { tasks, problems };
}

/** Each task with how much of the week it takes, as far as that was given for this job. */
function tasksInWords({ tasks = [], tasksFor, amounts }: Answers, subject: Subject): string[] {
  if (tasksFor !== subject.slug) return [];
  const names = new Map(subject.tasks.map(({ id, name }) => [id, name]));
  const given = amounts?.occupationSlug === subject.slug ? amounts : undefined;
  return tasks.map((task) => {
    const name = isOwnTask(task) ? task.text : (names.get(task.taskId) ?? task.taskId);
    const band = given?.kind === 'bands' ? given.bands[task.taskId] : undefined;
    const percent = given?.kind === 'exact' ? given.percents[task.taskId] : undefined;
    if (band !== undefined) return `${name}: ${BAND_WORDS[band].toLowerCase()}`;
    return percent === undefined ? name : `${name}: ${percent}%`;
  });
}
