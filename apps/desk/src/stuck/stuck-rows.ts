import type { Delivery } from '@app/delivery';
import { durationWords, isTrouble, type WatchedSchedule } from '@app/jobs';
import { shortDayTime } from '@app/review';
import type { JobGroup, Stuck } from '@app/stuck';
import { type StaffTask, taskKind } from '@app/tasks';
import { eventWords } from '../event-words.js';
import { type TaskButton, taskButtons } from '../tasks/task-acts.js';

/** One thing that does not go on by itself. */
export interface StuckRow {
  readonly sort: 'jobs' | 'schedule' | 'email' | 'money' | 'late';
  readonly since: Date;
  readonly since_words: string;
  readonly title: string;
  /** What happened. */
  readonly happened: string;
  /** As a machine says it; empty where people do. */
  readonly error: string;
  readonly todo: string;
  readonly owner: string;
  readonly order_id: string;
  readonly buttons: readonly TaskButton[];
  /** The group of jobs that can be retried here. */
  readonly retry: string;
  readonly jobs: number;
}

const NOTHING = { error: '', order_id: '', buttons: [], retry: '', jobs: 0 };

/** Everything that is stuck, the oldest first. */
export const stuckRows = (
  { jobs, emails, money, late }: Stuck,
  schedules: readonly WatchedSchedule[],
): StuckRow[] =>
  [
    ...jobs.map(jobRow),
    ...schedules.filter(({ state }) => isTrouble(state)).map(scheduleRow),
    ...emails.map(emailRow),
    ...money.map((task) => taskRow(task, 'money')),
    ...late.map((task) => taskRow(task, 'late')),
  ]
    .map((row) => ({ ...row, since_words: shortDayTime(row.since) }))
    .sort((a, b) => a.since.getTime() - b.since.getTime());

type Unworded = Omit<StuckRow, 'since_words'>;

function jobRow({ id, name, error, jobs }: JobGroup): Unworded {
  const [first, last] = [jobs[0]?.failedAt ?? new Date(0), jobs.at(-1)?.failedAt ?? new Date(0)];
  const span = jobs.length > 1 ? ` The last one failed on ${shortDayTime(last)}.` : '';
  return {
    ...NOTHING,
    sort: 'jobs',
    since: first,
    title: `${jobs.length} × ${name}`,
    happened: `${jobs.length === 1 ? 'It has' : 'They have'} used up every attempt, with the same words but for numbers and ids.${span}`,
    error,
    todo: 'Mend what the words name, then retry. A job starts from its beginning and is safe to run twice; one that was retried already is left alone.',
    owner: 'admin',
    retry: id,
    jobs: jobs.length,
  };
}

function scheduleRow(schedule: WatchedSchedule): Unworded {
  const { name, state, intervalSeconds, quietSeconds, lastSucceeded, lastFailed, lastError } = schedule;
  const kind = state === 'failing' ? 'schedule_failing' : 'schedule_silent';
  return {
    ...NOTHING,
    sort: 'schedule',
    since: lastSucceeded ?? lastFailed ?? schedule.lastStarted ?? new Date(0),
    title: name,
    happened: `It should run every ${durationWords(intervalSeconds)}, and has not succeeded for ${durationWords(quietSeconds)}.`,
    error: state === 'failing' ? (lastError ?? '').slice(0, 300) : '',
    todo: taskKind(kind)?.todo ?? '',
    owner: 'admin',
    buttons: [{ href: '/jobs', words: 'Go to the jobs' }],
  };
}

const emailRow = ({ kind, state, orderId, createdAt }: Delivery): Unworded => ({
  ...NOTHING,
  sort: 'email',
  since: createdAt,
  title: `Email: ${eventWords(kind)}`,
  happened:
    state === 'unknown'
      ? 'The connection ended after the text was handed over: nobody knows whether it went.'
      : 'The mail server would not take it.',
  todo: taskKind(state === 'unknown' ? 'delivery_unknown' : 'delivery_failed')?.todo ?? '',
  owner: 'support',
  order_id: orderId ?? '',
  buttons: [{ href: '/deliveries', words: 'Settle the email' }],
});

/** What a task asks for; one that asks for words alone is settled where tasks are. */
const buttonsOf = (task: StaffTask): Unworded['buttons'] => {
  const buttons = taskButtons(task);
  return buttons.length > 0 ? buttons : [{ href: `/tasks#resolution-${task.id}`, words: 'Go to the task' }];
};

const taskRow = (task: StaffTask, sort: 'money' | 'late'): Unworded => ({
  ...NOTHING,
  sort,
  since: task.openedAt,
  title: eventWords(task.kind),
  happened: task.summary,
  todo: taskKind(task.kind)?.todo ?? '',
  owner: taskKind(task.kind)?.owner ?? 'manager',
  order_id: task.orderId ?? '',
  buttons: buttonsOf(task),
});
