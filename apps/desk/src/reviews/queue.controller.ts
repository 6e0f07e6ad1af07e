import { Controller, Get, Query } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type View, view } from '@app/http';
import { failedJobs } from '@app/jobs';
import { DeliveryService } from '@app/delivery';
import { BLOCKER_WORDS, OrderBlockers } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { QUEUE_FILTERS, type QueueFilter, ReviewQueue } from '@app/desk-reading';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { ViewsLog } from '../access/views-log.js';
import { Needs } from '../access/needs.js';
import { done } from '../done-words.js';
import { requestText } from '../request-text.js';

const NAMES: Readonly<Record<QueueFilter, string>> = {
  open: 'All open',
  mine: 'Mine',
  unclaimed: 'Unclaimed',
  at_risk: 'At risk',
  overdue: 'Overdue',
  held: 'On hold',
};

@Controller('reviews')
export class QueueController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly queue: ReviewQueue,
    private readonly tasks: StaffTasks,
    private readonly deliveries: DeliveryService,
    private readonly blockers: OrderBlockers,
    private readonly views: ViewsLog,
  ) {}

  @Get()
  @Needs('reviews.read')
  async list(
    @CurrentStaff() staff: Caller,
    @Query('show') show: unknown,
    @Query('search') search: unknown,
    @Query('done') what: unknown,
  ): Promise<View> {
    const filter = QUEUE_FILTERS.find((name) => name === show) ?? 'open';
    const term = requestText(search, 200);
    const page = await this.queue.list({ filter, staffId: staff.staffId, search: term });
    await this.views.listed(
      staff,
      'queue',
      page.rows.map(({ orderId }) => orderId),
    );
    const standing = await this.blockers.standing(...page.rows.map(({ orderId }) => orderId));
    return view('desk/queue', {
      rows: page.rows.map((row) => ({
        ...row,
        mine: row.claimedBy === staff.staffId,
        blockers: standing
          .filter(({ orderId, kind }) => orderId === row.orderId && kind !== 'hold')
          .map(({ kind }) => BLOCKER_WORDS[kind].word),
      })),
      filters: QUEUE_FILTERS.map((name) => ({
        name,
        label: NAMES[name],
        count: page.counts[name],
        current: name === filter,
      })),
      filter,
      filter_name: NAMES[filter],
      search: term,
      more: page.more,
      preparing: page.preparing,
      waiting: await this.waiting(staff),
      done: done(what),
    });
  }

  /** What needs a person elsewhere at the desk, so far as this person may see it. */
  private async waiting(staff: Caller): Promise<{ href: string; words: string; count: number }[]> {
    const { permissions } = staff;
    const all = [
      {
        href: '/tasks',
        words: 'task',
        count: permissions.has('tasks.read') ? (await this.tasks.open()).length : 0,
      },
      {
        href: '/deliveries',
        words: 'email to settle',
        count: permissions.has('deliveries.read') ? (await this.deliveries.unsettled()).length : 0,
      },
      {
        href: '/jobs',
        words: 'failed job',
        count: permissions.has('jobs.read') ? (await failedJobs(this.source.manager)).length : 0,
      },
    ];
    return all.filter(({ count }) => count > 0);
  }
}
