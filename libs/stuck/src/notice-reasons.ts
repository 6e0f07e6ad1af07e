import { type StaffTask, type TaskKind, taskKind, type TaskOwner } from '@app/tasks';
import type { JobGroup } from './job-cause.js';

/** Why somebody is told. Never says whom it is about: an email may be read over a shoulder. */
export interface NoticeReason {
  /** Told once a day each: `task:promise_late`, `jobs`. */
  readonly key: string;
  readonly owner: TaskOwner;
  readonly count: number;
  readonly since: Date;
  /** In words, singular. */
  readonly what: string;
  readonly todo: string;
}

/** Work that cannot wait until it is due: something has stopped, or a promise is at risk. */
const AT_ONCE: readonly TaskKind[] = [
  'blueprint_not_rendered',
  'calendar_ends',
  'checkout_refused',
  'delivery_unknown',
  'payment_not_at_stripe',
  'promise_at_risk',
  'promise_late',
  'refund_not_at_stripe',
  'schedule_failing',
  'schedule_silent',
  'second_nobody',
  'work_not_started',
];

/** The reasons there are now, the oldest first: tasks that are due or cannot wait, by kind, and jobs that have failed for good, by themselves and not once more by their tasks. */
export function noticeReasons(
  tasks: readonly StaffTask[],
  jobs: readonly JobGroup[],
  now: Date,
): NoticeReason[] {
  const byKind = new Map<string, StaffTask[]>();
  for (const task of tasks.filter(({ kind }) => kind !== ('job_failed' satisfies TaskKind)))
    if (task.dueAt <= now || (AT_ONCE as readonly string[]).includes(task.kind))
      byKind.set(task.kind, [...(byKind.get(task.kind) ?? []), task]);
  const failed = jobs.flatMap((group) => group.jobs);
  return [
    ...[...byKind].flatMap(([kind, all]) => reasonOf(kind, all)),
    ...(failed.length === 0
      ? []
      : [
          {
            key: 'jobs',
            owner: 'admin' as const,
            count: failed.length,
            since: oldest(failed.map(({ failedAt }) => failedAt)),
            what: 'job that failed for good',
            todo: 'Mend the cause that the page names, then retry.',
          },
        ]),
  ].sort((a, b) => a.since.getTime() - b.since.getTime());
}

function reasonOf(kind: string, tasks: readonly StaffTask[]): NoticeReason[] {
  const entry = taskKind(kind);
  if (!entry) return [];
  return [
    {
      key: `task:${kind}`,
      owner: entry.owner,
      count: tasks.length,
      since: oldest(tasks.map(({ openedAt }) => openedAt)),
      what: `task “${kind.replaceAll('_', ' ')}”`,
      todo: entry.todo,
    },
  ];
}

const oldest = (times: readonly Date[]): Date => new Date(Math.min(...times.map((time) => time.getTime())));
