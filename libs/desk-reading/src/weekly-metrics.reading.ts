import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, inLondon, LONDON, plusDays } from '@app/kernel';
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

/** What was decided in a week. */
interface DecidedWeek {
  readonly week: string;
  readonly approved: number;
  readonly firstPass: number;
  readonly hoursToApproval: number | null;
  readonly touchMinutes: number | null;
  readonly editsPerFile: number | null;
}

/** The figures by which work at the desk is judged, by week. Of decided reviews it knows what {@link FigureCount} has counted. Reading only. */
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
    const [orders, decided, counts] = [
      await this.onTime.weeks(since),
      await this.decided(since),
      await this.counts(since),
    ];
    return mondays.map((monday) => {
      const week = monday.toISODate() ?? '';
      const owed = orders.find(({ from }) => from === week);
      const done = decided.find((row) => row.week === week);
      const of = (what: string): { count: number; pence: number } =>
        counts.find((row) => row.week === week && row.what === what) ?? { count: 0, pence: 0 };
      return {
        monday: week,
        due: owed?.due ?? 0,
        onTime: owed?.onTime ?? 0,
        approved: done?.approved ?? 0,
        firstPass: done?.firstPass ?? 0,
        hoursToApproval: done?.hoursToApproval ?? null,
        touchMinutes: done?.touchMinutes ?? null,
        editsPerFile: done?.editsPerFile ?? null,
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
      `select (edit ->> 'page')::int as page, count(*)::int as edits, count(distinct f.review_id)::int as files
       from review_figures f cross join lateral jsonb_array_elements(f.edits) as edit
       where f.state = 'approved' and f.decided_at >= $1 group by 1 order by 2 desc, 1`,
      [this.mondays(count)[0]?.toJSDate()],
    );
  }

  /** Why drafts were returned in these weeks, in the reviewers’ words, the most usual first. */
  async returnReasons(count: number, most: number): Promise<ReturnReason[]> {
    return await this.source.query<ReturnReason[]>(
      `select min(btrim(r.reason)) as reason, count(*)::int as count, array_agg(r.order_id) as "orderIds"
       from review_figures f join reviews r on r.id = f.review_id
       where f.state = 'returned' and f.decided_at >= $1 and r.reason is not null
       group by lower(btrim(r.reason)) order by 2 desc, 1 limit $2`,
      [this.mondays(count)[0]?.toJSDate(), most],
    );
  }

  private mondays(count: number) {
    const now = this.clock.now();
    return Array.from({ length: count }, (_, index) =>
      inLondon(plusDays(now, -7 * (count - 1 - index))).startOf('week'),
    );
  }

  private decided(since: Date): Promise<DecidedWeek[]> {
    return this.source.query(
      `select ${weekOf('decided_at')} as week, (count(*) filter (where first_approval))::int as approved,
         (count(*) filter (where first_approval and as_drafted))::int as "firstPass",
         percentile_cont(0.5) within group (order by business_minutes) filter (where first_approval) / 60 as "hoursToApproval",
         percentile_cont(0.5) within group (order by touch_minutes) as "touchMinutes",
         (avg(jsonb_array_length(edits)) filter (where state = 'approved'))::float8 as "editsPerFile"
       from review_figures where decided_at >= $1 group by 1`,
      [since],
    );
  }

  private counts(since: Date): Promise<{ week: string; what: string; count: number; pence: number }[]> {
    return this.source.query(
      `select what, ${weekOf('at')} as week, count(*)::int as count, coalesce(sum(pence), 0)::int as pence from (
         select 'return' as what, decided_at as at, 0 as pence from review_figures where state = 'returned'
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
