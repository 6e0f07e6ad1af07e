import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { type SeeOther, seeOther, type View, view } from '@app/http';
import { failedJobs } from '@app/jobs';
import { DomainError } from '@app/kernel';
import { Claims } from '@app/review';
import { DeliveryService } from '@app/delivery';
import { BLOCKER_WORDS, OrderBlockers } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { QUEUE_FILTERS, type QueueFilter, ReviewQueue } from '@app/desk-reading';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { ViewsLog } from '../access/views-log.js';
import { Needs } from '../access/needs.js';
import { done } from '../done-words.js';
import { queueCsv } from './queue-csv.js';
import { pageNumber, requestText } from '../request-text.js';

const NAMES: Readonly<Record<QueueFilter, string>> = {
  open: 'All open',
  mine: 'Mine',
  unclaimed: 'Unclaimed',
  at_risk: 'At risk',
  overdue: 'Overdue',
  held: 'On hold',
  second: 'Second approval',
  blocked: 'Blocked',
  bounced: 'Bounced',
  disputed: 'Disputed',
};

const PAGE = 50;
const MOST_IN_A_FILE = 10_000;

@Controller('reviews')
export class QueueController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly queue: ReviewQueue,
    private readonly tasks: StaffTasks,
    private readonly deliveries: DeliveryService,
    private readonly blockers: OrderBlockers,
    private readonly views: ViewsLog,
    private readonly claims: Claims,
  ) {}

  @Get()
  @Needs('reviews.read')
  async list(
    @CurrentStaff() staff: Caller,
    @Query('show') show: unknown,
    @Query('search') search: unknown,
    @Query('done') what: unknown,
    @Query('page') number: unknown,
  ): Promise<View> {
    const filter = QUEUE_FILTERS.find((name) => name === show) ?? 'open';
    const term = requestText(search, 200);
    const at = pageNumber(number);
    const page = await this.queue.list({
      filter,
      staffId: staff.staffId,
      search: term,
      from: (at - 1) * PAGE,
      rows: PAGE,
    });
    await this.views.listed(
      staff,
      'queue',
      page.rows.map(({ orderId }) => orderId),
    );
    const blockers = await this.blockers.current(...page.rows.map(({ orderId }) => orderId));
    return view('desk/queue', {
      rows: page.rows.map((row) => ({
        ...row,
        mine: row.claimedBy === staff.staffId,
        mine_first: row.firstApprovedBy === staff.staffId,
        blockers: blockers
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
      page_number: at,
      preparing: page.preparing,
      waiting: await this.waiting(staff),
      done: done(what),
    });
  }

  /** The same list as a file for a spreadsheet. */
  @Get('queue.csv')
  @Needs('reviews.read')
  async csv(
    @CurrentStaff() staff: Caller,
    @Query('show') show: unknown,
    @Query('search') search: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const filter = QUEUE_FILTERS.find((name) => name === show) ?? 'open';
    const { staffId } = staff;
    const { rows } = await this.queue.list({
      filter,
      staffId,
      search: requestText(search, 200),
      rows: MOST_IN_A_FILE,
    });
    const orders = rows.map(({ orderId }) => orderId);
    await this.views.listed(staff, 'csv', orders);
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="queue-${filter}.csv"`);
    return queueCsv(rows);
  }

  /** Claims what is due first among what nobody has and nothing binds, and opens it. Of two who press at once each gets another. */
  @Post('next')
  @Needs('reviews.decide')
  async next(@CurrentStaff() staff: Caller): Promise<SeeOther> {
    const free = await this.queue.list({ filter: 'unclaimed', staffId: staff.staffId });
    const bound = await this.blockers.current(...free.rows.map(({ orderId }) => orderId));
    for (const { id, orderId } of free.rows) {
      if (bound.some((blocker) => blocker.orderId === orderId)) continue;
      try {
        await this.claims.claim(id, staff);
        return seeOther(`/reviews/${id}?done=claimed`);
      } catch (error) {
        if (!(error instanceof DomainError) || error.code !== 'claim_lost') throw error;
      }
    }
    return seeOther('/reviews?done=none_free');
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
