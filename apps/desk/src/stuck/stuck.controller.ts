import { Controller, Get, Post, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Audit } from '@app/audit';
import { type SeeOther, seeOther, ValidForm, type View, view } from '@app/http';
import { ScheduleWatch } from '@app/jobs';
import { DomainError } from '@app/kernel';
import { StuckWork } from '@app/stuck';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { ViewsLog } from '../access/views-log.js';
import { done } from '../done-words.js';
import { RetryGroupForm } from './retry-group.form.js';
import { stuckRows } from './stuck-rows.js';

/** What does not go on by itself, on one page: jobs, schedules, emails, money, and tasks whose time is over. */
@Controller('stuck')
@Needs('jobs.read')
export class StuckController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly stuck: StuckWork,
    private readonly schedules: ScheduleWatch,
    private readonly views: ViewsLog,
    private readonly audit: Audit,
  ) {}

  @Get()
  async list(@CurrentStaff() staff: Caller, @Query('done') what: unknown): Promise<View> {
    const rows = stuckRows(await this.stuck.look(), await this.schedules.look());
    await this.views.listed(
      staff,
      'stuck',
      rows.map(({ order_id }) => order_id || null),
    );
    return view('desk/stuck', { rows, can_retry: staff.permissions.has('jobs.retry'), done: done(what) });
  }

  /** Tries every job of a group again. Whoever sends it twice, or after another person, changes nothing more. */
  @Post('retry')
  @Needs('jobs.retry')
  async retry(
    @CurrentStaff() staff: Caller,
    @ValidForm(RetryGroupForm) { group }: RetryGroupForm,
  ): Promise<SeeOther> {
    await this.source.transaction(async (manager) => {
      const ids = await this.stuck.retryGroup(manager, group);
      if (ids.length === 0)
        throw new DomainError(
          'not_found',
          'None of these jobs is among the failed ones any more. Nothing was changed.',
        );
      await this.audit.record(manager, {
        staffId: staff.staffId,
        action: 'jobs.retried',
        subject: { kind: 'jobs', id: group },
        after: { ids },
        ipAddress: staff.ipAddress,
      });
    });
    return seeOther('/stuck?done=retried_all');
  }
}
