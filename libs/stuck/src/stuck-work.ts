import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Delivery, DeliveryService } from '@app/delivery';
import { failedJobs, retryJobs } from '@app/jobs';
import { CLOCK, type Clock } from '@app/kernel';
import { type StaffTask, StaffTasks, type TaskKind, taskKind } from '@app/tasks';
import { type JobGroup, jobGroups } from './job-cause.js';

/** Tasks about money that does not fit, or does not go where it should. */
const ODD_MONEY = /^(payment|refund|dispute|checkout)_|^early_fraud_warning$/;
/** Told by what they are about: a job among the jobs, a schedule by its heartbeat, an email among the emails. */
const SHOWN_ELSEWHERE: readonly TaskKind[] = [
  'job_failed',
  'schedule_failing',
  'schedule_silent',
  'delivery_unknown',
  'delivery_failed',
  'delivery_bounced',
];

/** Most failed jobs that are looked at. */
const MOST_JOBS = 1_000;

/** What is stuck, apart from schedules, whose heartbeats the jobs lib watches. Each list has the oldest first. */
export interface Stuck {
  readonly jobs: readonly JobGroup[];
  readonly emails: readonly Delivery[];
  readonly money: readonly StaffTask[];
  /** Every other task whose time is over. */
  readonly late: readonly StaffTask[];
}

/** Gathers what does not go on by itself from those who own it. */
@Injectable()
export class StuckWork {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly deliveries: DeliveryService,
    private readonly tasks: StaffTasks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async look(): Promise<Stuck> {
    const now = this.clock.now();
    const tasks = (await this.tasks.open()).filter(
      ({ kind }) => taskKind(kind) !== undefined && !(SHOWN_ELSEWHERE as readonly string[]).includes(kind),
    );
    return {
      jobs: jobGroups(await failedJobs(this.source.manager, MOST_JOBS)),
      emails: (await this.deliveries.unsettled()).filter(({ state }) => state !== 'bounced'),
      money: tasks.filter(({ kind }) => ODD_MONEY.test(kind)),
      late: tasks.filter(({ kind, dueAt }) => !ODD_MONEY.test(kind) && dueAt <= now),
    };
  }

  /**
   * Has every job of a group tried again that still is failed; one that was retried meanwhile is left alone.
   * @returns the ids of those that will run, none when the group is gone.
   */
  async retryGroup(manager: EntityManager, groupId: string): Promise<readonly string[]> {
    const group = jobGroups(await failedJobs(manager, MOST_JOBS)).find(({ id }) => id === groupId);
    return group
      ? await retryJobs(
          manager,
          group.jobs.map(({ id }) => id),
        )
      : [];
  }
}
