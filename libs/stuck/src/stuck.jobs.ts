import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { type BoundJob, defineJob, failedJobs, handle, ScheduledTick } from '@app/jobs';
import { CLOCK, type Clock, formatDayTime, inLondon, newId } from '@app/kernel';
import { EmailRenderer, Mailer } from '@app/mail';
import { StaffService } from '@app/staff';
import { type StaffTask, StaffTasks, type TaskKind } from '@app/tasks';
import { type JobGroup, jobGroups } from './job-cause.js';
import { type NoticeReason, noticeReasons } from './notice-reasons.js';
import { insertNotices, removeNoticesBefore, toldOn } from './staff-notice.store.js';

/** Tells the staff whose work it is of what is due, at risk or stuck: each person of each reason once a day. */
export const tellStaff = defineJob({ name: 'stuck.tell-staff', payload: ScheduledTick, maxAttempts: 3 });

/** How long it is kept who was told, in days: longer than a day, in case clocks differ. */
const KEPT_DAYS = 7;

@Injectable()
export class StuckJobs {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: StaffTasks,
    private readonly staff: StaffService,
    private readonly environment: Environment,
    private readonly emails: EmailRenderer,
    private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  boundJobs(): BoundJob[] {
    return [handle(tellStaff, () => this.tell())];
  }

  /** An alarm that is lost is worse than one that comes twice: it is noted as told once the mail server has it. */
  private async tell(): Promise<void> {
    const { manager } = this.source;
    const now = this.clock.now();
    const today = inLondon(now);
    const day = today.toISODate() ?? '';
    await removeNoticesBefore(manager, today.minus({ days: KEPT_DAYS }).toISODate() ?? day);
    const [open, jobs] = [await this.tasks.open(), jobGroups(await failedJobs(manager, 1_000))];
    await this.keepJobTasks(open, jobs);
    const reasons = noticeReasons(open, jobs, now);
    if (reasons.length === 0) return;
    const told = await toldOn(manager, day);
    const failed: string[] = [];
    for (const { id, email, roles } of await this.staff.active()) {
      const own = reasons.filter(({ key, owner }) => roles.includes(owner) && !told.has(`${id} ${key}`));
      if (own.length === 0) continue;
      const refused = await this.send(email, own, now);
      if (refused === null)
        await insertNotices(manager, { staffId: id, reasons: own.map(({ key }) => key), day });
      else failed.push(refused);
    }
    if (failed.length > 0)
      throw new Error(`${failed.length} people were not told what is stuck: ${failed[0]}`);
  }

  /** A job that has failed for good is a task with a time, one for each name, until none of that name is failed. A schedule has a task of its own. */
  private async keepJobTasks(open: readonly StaffTask[], jobs: readonly JobGroup[]): Promise<void> {
    const subjects = (...kinds: TaskKind[]): Set<string> =>
      new Set(open.filter(({ kind }) => kinds.some((one) => one === kind)).map(({ subject }) => subject));
    const [known, told] = [subjects('job_failed'), subjects('job_failed', 'schedule_failing')];
    const failed = new Map(jobs.map(({ name, error }) => [name, error]));
    await this.source.transaction(async (manager) => {
      for (const [name, error] of failed)
        if (!told.has(name))
          await this.tasks.raise(manager, {
            kind: 'job_failed',
            subject: name,
            summary: `The job ${name} has failed for good: ${error}`,
          });
      for (const subject of known)
        if (!failed.has(subject))
          await this.tasks.closeFor(
            manager,
            { kind: 'job_failed', subject },
            null,
            'No job of this name is failed any more.',
          );
    });
  }

  /** @returns why it was not sent, or null. */
  private async send(to: string, reasons: readonly NoticeReason[], now: Date): Promise<string | null> {
    const email = await this.emails.render('staff-stuck', {
      reasons: reasons.map(({ count, since, what, todo }) => ({
        what: count === 1 ? `One ${what}` : `${count} × ${what}`,
        since: formatDayTime(since),
        todo,
      })),
      count: reasons.length,
      desk_url: `${this.environment.DESK_URL.replace(/\/$/, '')}/stuck`,
    });
    const outcome = await this.mailer.send(
      { ...email, to, messageId: `${newId()}@stuck`, attachments: [], date: now },
      { beforeData: () => Promise.resolve() },
    );
    if (outcome.kind === 'accepted') return null;
    return 'response' in outcome ? outcome.response : outcome.reason;
  }
}
