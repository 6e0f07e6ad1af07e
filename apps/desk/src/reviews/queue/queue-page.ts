import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type View, view } from '@app/http';
import { failedJobs } from '@app/jobs';
import { DeliveryService } from '@app/delivery';
import { BLOCKER_WORDS, OrderBlockers } from '@app/orders';
import { type KeptView, QUEUE_FILTERS, type QueueFilter, QueueViews, VIEW_NAME_LONGEST } from '@app/review';
import { permissionsOf, StaffService } from '@app/staff';
import { StaffTasks } from '@app/tasks';
import { countsByName, type QueueRow, ReviewQueue } from '@app/desk-reading';
import type { Caller } from '../../access/signed-in-request.js';
import { ViewsLog } from '../../access/views-log.js';
import { done } from '../../done-words.js';
import { pageNumber, requestText } from '../../request-text.js';
import { FILTER_WORDS, headline } from './queue-words.js';
import { addressOf, type Shown, shownBy } from './shown.js';

const PAGE = 50;

/** What could not be done with some of the reviews that were ticked, or with a view. */
export interface QueueRefusal {
  readonly messages: readonly string[];
  readonly status: number;
}

/** Puts the page of the queue together. */
@Injectable()
export class QueuePage {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly queue: ReviewQueue,
    private readonly kept: QueueViews,
    private readonly staff: StaffService,
    private readonly tasks: StaffTasks,
    private readonly deliveries: DeliveryService,
    private readonly blockers: OrderBlockers,
    private readonly views: ViewsLog,
  ) {}

  async of(caller: Caller, query: Readonly<Record<string, unknown>>, refusal?: QueueRefusal): Promise<View> {
    const kept = await this.kept.of(caller.staffId);
    const shown = shownBy(query, kept);
    const search = requestText(query['search'], 200);
    const at = pageNumber(query['page']);
    const page = await this.queue.list({
      filters: shown.filters,
      staffId: caller.staffId,
      search,
      from: (at - 1) * PAGE,
      rows: PAGE,
    });
    const orders = page.rows.map(({ orderId }) => orderId);
    await this.views.listed(caller, 'queue', orders);
    return view(
      'desk/queue',
      {
        rows: await this.rows(page.rows, caller),
        ...(await this.filters(caller.staffId, shown, kept)),
        search,
        more: page.more,
        page_number: at,
        preparing: page.preparing,
        overdue_elsewhere: page.overdueElsewhere,
        waiting: await this.waiting(caller),
        colleagues: caller.permissions.has('reviews.give') ? await this.colleagues() : [],
        done: done(query['done']),
        refused: refusal?.messages ?? [],
      },
      refusal ? { status: refusal.status } : {},
    );
  }

  private async rows(rows: readonly QueueRow[], { staffId }: Caller): Promise<object[]> {
    const blockers = await this.blockers.current(...rows.map(({ orderId }) => orderId));
    return rows.map((row) => ({
      ...row,
      mine: row.claimedBy === staffId,
      mine_first: row.firstApprovedBy === staffId,
      given_me: row.givenTo === staffId,
      free_to_me: !row.kept || row.givenTo === staffId,
      can_give: row.state === 'queued' || row.state === 'second',
      blockers: blockers
        .filter(({ orderId, kind }) => orderId === row.orderId && kind !== 'hold')
        .map(({ kind }) => BLOCKER_WORDS[kind].word),
    }));
  }

  /** Every way to look at the queue, each with how many there are. */
  private async filters(staffId: string, shown: Shown, kept: readonly KeptView[]): Promise<object> {
    const single: (readonly QueueFilter[])[] = QUEUE_FILTERS.map((name) => [name]);
    const found = await this.queue.counts([staffId], [...single, ...kept.map(({ filters }) => filters)]);
    const numbers = found.get(staffId) ?? [];
    const counts = countsByName(numbers);
    const alone = shown.view === null && shown.filters.length === 1 ? shown.filters[0] : undefined;
    return {
      headline: headline(counts),
      filters: QUEUE_FILTERS.map((name) => ({
        name,
        label: FILTER_WORDS[name],
        count: counts[name],
        current: name === alone,
        ticked: name !== 'open' && shown.filters.includes(name),
      })),
      kept_views: kept.map(({ id, name }, index) => ({
        id,
        name,
        count: numbers[QUEUE_FILTERS.length + index] ?? 0,
        current: id === shown.view?.id,
      })),
      shown: {
        address: addressOf(shown),
        filters: shown.filters,
        view: shown.view,
        all: alone === 'open',
        name: shown.view?.name ?? shown.filters.map((name) => FILTER_WORDS[name]).join(', '),
      },
      name_longest: VIEW_NAME_LONGEST,
    };
  }

  /** To whom a review may be given, by name. */
  private async colleagues(): Promise<{ id: string; name: string }[]> {
    return (await this.staff.active())
      .filter(({ roles }) => permissionsOf(roles).has('reviews.decide'))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }

  /** What needs a person elsewhere at the desk, so far as this person may see it. */
  private async waiting({ permissions }: Caller): Promise<{ href: string; words: string; count: number }[]> {
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
