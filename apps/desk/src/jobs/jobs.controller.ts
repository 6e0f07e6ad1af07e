import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type SeeOther, seeOther, type View, view } from '@app/http';
import { failedJobs, retryJobs, ScheduleWatch } from '@app/jobs';
import { DomainError } from '@app/kernel';
import { Audit } from '@app/audit';
import { shortDayTime } from '@app/review';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { done } from '../done-words.js';
import { scheduleRow } from './schedule-row.js';

const LONGEST_ERROR = 600;

/** Work that has used up its attempts, and how each schedule does. */
@Controller('jobs')
@Needs('jobs.read')
export class JobsController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: Audit,
    private readonly schedules: ScheduleWatch,
  ) {}

  @Get()
  async list(@CurrentStaff() staff: Caller, @Query('done') what: unknown): Promise<View> {
    const failed = await failedJobs(this.source.manager);
    return view('desk/jobs', {
      rows: failed.map((job) => ({
        id: job.id,
        name: job.name,
        payload: JSON.stringify(job.payload),
        attempts: job.attempts,
        error: (job.lastError ?? 'No words were kept.').slice(0, LONGEST_ERROR),
        failed: shortDayTime(job.failedAt),
      })),
      schedules: (await this.schedules.look()).map(scheduleRow),
      can_retry: staff.permissions.has('jobs.retry'),
      done: done(what),
    });
  }

  @Post(':id/retry')
  @Needs('jobs.retry')
  async retry(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<SeeOther> {
    const job = (await failedJobs(this.source.manager, 1_000)).find((failed) => failed.id === id);
    const gone = new DomainError('not_found', 'This job is not among the failed ones any more.');
    if (!job) throw gone;
    await this.source.transaction(async (manager) => {
      if ((await retryJobs(manager, [id])).length === 0) throw gone;
      await this.audit.record(manager, {
        staffId: staff.staffId,
        action: 'job.retried',
        subject: { kind: 'job', id },
        after: { name: job.name },
        ipAddress: staff.ipAddress,
      });
    });
    return seeOther('/jobs?done=retried');
  }
}
