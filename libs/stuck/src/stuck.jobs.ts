import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { type BoundJob, defineJob, failedJobs, handle, ScheduledTick } from '@app/jobs';
import { CLOCK, type Clock, formatDayTime, inLondon, newId } from '@app/kernel';
import { EmailRenderer, Mailer } from '@app/mail';
import { StaffService } from '@app/staff';
import { StaffTasks } from '@app/tasks';
import { jobGroups } from './job-cause.js';
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
    const reasons = noticeReasons(await this.tasks.open(), jobGroups(await failedJobs(manager, 1_000)), now);
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
