import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { businessTimeBetween, CLOCK, type Clock, inLondon, LONDON, plusDays } from '@app/kernel';
import { OnTimeRecord } from '@app/orders';

/** What happened in one week, Monday to Sunday in London. Null where there was nothing to measure. */
export interface MetricWeek {
  /** Its Monday, ISO. */
  readonly monday: string;
  /** Orders whose promise fell into it, and how many of them were delivered by it. */
  readonly due: number;
  readonly onTime: number;
  /** Orders approved for the first time in it, and how many of those as drafted: never returned, no word changed but for the reviewer’s own note. */
  readonly approved: number;
  readonly firstPass: number;
  /** Median business hours from the start of the clock to that approval. */
  readonly hoursToApproval: number | null;
  /** Median minutes of work on a review that was decided in it. */
  readonly touchMinutes: number | null;
  /** Blocks of text that differ from the draft, an approved file. */
  readonly editsPerFile: number | null;
  readonly returns: number;
  readonly holds: number;
  readonly refunds: number;
  readonly refundedPence: number;
  readonly disputes: number;
  readonly complaints: number;
}

/** How often the words of a page were changed. */
export interface EditedPage {
  readonly page: number;
  readonly edits: number;
  readonly files: number;
}

export interface ReturnReason {
  readonly reason: string;
  readonly count: number;
  readonly orderIds: readonly string[];
}

/** Two acts that lie further apart than this, in minutes, had something else between them. */
export const LONGEST_PAUSE = 10;

/** The figures by which work at the desk is judged, by week. Reading only. */
@Injectable()
export class WeeklyMetrics {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly onTime: OnTimeRecord,
  ) {}

  /** @param count how many weeks, the running one among them. Oldest first. */
  async weeks(count: number): Promise<MetricWeek[]> {
    const mondays = this.mondays(count);
    const since = mondays[0]?.toJSDate() ?? this.clock.now();
    const [orders, approvals, touch, edits, counts] = [
      await this.onTime.weeks(since),
      await this.approvals(since),
      await this.touch(since),
      await this.edits(since),
      await this.counts(since),
    ];
    return mondays.map((monday) => {
      const week = monday.toISODate() ?? '';
      const owed = orders.find(({ from }) => from === week);
      const approved = approvals.filter((row) => row.week === week);
      const of = (what: string): { count: number; pence: number } =>
        counts.find((row) => row.week === week && row.what === what) ?? { count: 0, pence: 0 };
      return {
        monday: week,
        due: owed?.due ?? 0,
        onTime: owed?.onTime ?? 0,
        approved: approved.length,
        firstPass: approved.filter(({ asDrafted }) => asDrafted).length,
        hoursToApproval: median(
          approved.map(({ started, decided }) => businessTimeBetween(started, decided) / 3_600_000),
        ),
        touchMinutes: median(touch.filter((row) => row.week === week).map(({ minutes }) => minutes)),
        editsPerFile: edits.find((row) => row.week === week)?.mean ?? null,
        returns: of('return').count,
        holds: of('hold').count,
        refunds: of('refund').count,
        refundedPence: of('refund').pence,
        disputes: of('dispute').count,
        complaints: of('complaint').count,
      };
    });
  }

  /** Pages whose words reviewers changed in files approved in these weeks, those changed most first. */
  async editedPages(count: number): Promise<EditedPage[]> {
    return await this.source.query<EditedPage[]>(
      `select (edit ->> 'page')::int as page, count(*)::int as edits, count(distinct r.id)::int as files
       from reviews r join blueprints b on b.id = r.blueprint_id
         cross join lateral jsonb_array_elements(coalesce(b.snapshot -> 'edits', '[]')) as edit
       where r.state = 'approved' and r.decided_at >= $1 group by 1 order by 2 desc, 1`,
      [this.mondays(count)[0]?.toJSDate()],
    );
  }

  /** Why drafts were returned in these weeks, in the reviewers’ words, the most usual first. */
  async returnReasons(count: number, most: number): Promise<ReturnReason[]> {
    return await this.source.query<ReturnReason[]>(
      `select min(btrim(reason)) as reason, count(*)::int as count, array_agg(order_id) as "orderIds"
       from reviews where state = 'returned' and decided_at >= $1 and reason is not null
       group by lower(btrim(reason)) order by 2 desc, 1 limit $2`,
      [this.mondays(count)[0]?.toJSDate(), most],
    );
  }

  private mondays(count: number) {
    const now = this.clock.now();
    return Array.from({ length: count }, (_, index) =>
      inLondon(plusDays(now, -7 * (count - 1 - index))).startOf('week'),
    );
  }

  private approvals(
    since: Date,
  ): Promise<{ week: string; started: Date; decided: Date; asDrafted: boolean }[]> {
    return this.source.query(
      `select ${weekOf('r.decided_at')} as week, o.clock_started_at as started, r.decided_at as decided,
         jsonb_array_length(coalesce(b.snapshot -> 'edits', '[]')) = 0
           and not exists (select 1 from reviews e where e.order_id = r.order_id and e.state = 'returned' and e.decided_at < r.decided_at) as "asDrafted"
       from reviews r join blueprints b on b.id = r.blueprint_id join orders o on o.id = r.order_id
       where r.state = 'approved' and r.decided_at >= $1 and o.clock_started_at is not null
         and not exists (select 1 from reviews e where e.order_id = r.order_id and e.state = 'approved' and e.decided_at < r.decided_at)`,
      [since],
    );
  }

  /** Work on a review: the times between neighbouring entries of one person about it in the audit log, long pauses left out. */
  private touch(since: Date): Promise<{ week: string; minutes: number }[]> {
    return this.source.query(
      `with acts as (
         select r.id, r.decided_at, extract(epoch from entry.at - lag(entry.at) over (partition by r.id, entry.staff_id order by entry.at, entry.id)) / 60 as gap
         from reviews r cross join lateral (
           select a.id, a.at, a.staff_id from audit_log a where a.subject_kind = 'review' and a.subject_id = r.id::text
           union all
           select a.id, a.at, a.staff_id from audit_log a
           where a.subject_kind = 'order' and a.subject_id = r.order_id::text and a.action in ('blueprint.viewed', 'order.viewed')) as entry
         where r.state in ('approved', 'returned') and r.decided_at >= $1
           and entry.staff_id is not null and entry.at between r.created_at and r.decided_at)
       select ${weekOf('decided_at')} as week, coalesce(sum(gap) filter (where gap <= ${LONGEST_PAUSE}), 0)::float8 as minutes
       from acts group by id, decided_at`,
      [since],
    );
  }

  private edits(since: Date): Promise<{ week: string; mean: number }[]> {
    return this.source.query(
      `select ${weekOf('r.decided_at')} as week, avg(jsonb_array_length(coalesce(b.snapshot -> 'edits', '[]')))::float8 as mean
       from reviews r join blueprints b on b.id = r.blueprint_id
       where r.state = 'approved' and r.decided_at >= $1 group by 1`,
      [since],
    );
  }

  private counts(since: Date): Promise<{ week: string; what: string; count: number; pence: number }[]> {
    return this.source.query(
      `select what, ${weekOf('at')} as week, count(*)::int as count, coalesce(sum(pence), 0)::int as pence from (
         select 'return' as what, decided_at as at, 0 as pence from reviews where state = 'returned'
         union all select 'hold', at, 0 from audit_log where action = 'review.held' and subject_kind = 'review'
         union all select 'refund', created_at, amount_pence from refunds where status = 'succeeded'
         union all select 'dispute', opened_at, 0 from disputes
         union all select 'complaint', opened_at, 0 from staff_tasks where kind = 'complaint') as happened
       where at >= $1 group by 1, 2`,
      [since],
    );
  }
}

/** The Monday of a moment's week in London, ISO. @param column trusted SQL. */
const weekOf = (column: string): string =>
  `to_char(date_trunc('week', ${column} at time zone '${LONDON}'), 'YYYY-MM-DD')`;

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
