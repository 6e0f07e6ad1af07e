import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { addBusinessTime, CLOCK, type Clock, unlessExhausted } from '@app/kernel';
import {
  type CheckLevel,
  type CheckResult,
  lapsedBefore,
  relativeWords,
  type ReviewState,
  shortDayTime,
  worstOf,
} from '@app/review';

export const QUEUE_FILTERS = [
  'open',
  'mine',
  'unclaimed',
  'at_risk',
  'overdue',
  'held',
  'second',
  'blocked',
  'bounced',
  'disputed',
] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** "At risk": four business hours or fewer are left, in milliseconds. */
const AT_RISK = 4 * 3_600_000;
const ROWS = 100;

export interface QueueRow {
  readonly id: string;
  readonly orderId: string;
  readonly reference: string;
  readonly customerName: string;
  readonly occupationTitle: string;
  readonly version: number;
  readonly state: ReviewState;
  readonly promiseAt: Date;
  readonly due: string;
  readonly dueIn: string;
  readonly urgency: 'overdue' | 'at risk' | 'in time';
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
  readonly firstApprovedBy: string | null;
  readonly firstByName: string | null;
  readonly checks: CheckLevel | 'not run';
  readonly reason: string | null;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  readonly counts: Readonly<Record<QueueFilter, number>>;
  /** Paid orders with a running promise whose blueprint has not reached the queue; longer than a few minutes means trouble. */
  readonly preparing: number;
  /** True when there are more rows after these. */
  readonly more: boolean;
}

interface RawRow extends Omit<QueueRow, 'due' | 'dueIn' | 'urgency' | 'checks'> {
  readonly checks: CheckResult[];
}

/**
 * The open reviews in order of promise. A read model over reviews and orders: it joins across two libs in SQL because search by name and
 * sorting by promise must stay one indexed query at any size; nothing is written here.
 */
@Injectable()
export class ReviewQueue {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param staffId for "mine".
   * @param search part of a reference, an email or a name; empty for all.
   */
  async list({
    filter,
    staffId,
    search = '',
    from = 0,
    rows: most = ROWS,
  }: {
    filter: QueueFilter;
    staffId: string;
    search?: string;
    /** How many rows to leave out, for the pages after the first. */
    from?: number;
    rows?: number;
  }): Promise<QueuePage> {
    const now = this.clock.now();
    const riskUntil = unlessExhausted(() => addBusinessTime(now, AT_RISK)) ?? now;
    const parameters = [
      now,
      riskUntil,
      lapsedBefore(now),
      staffId,
      `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`,
    ];
    const rows = await this.source.query<RawRow[]>(
      `${OPEN}
       select id, order_id as "orderId", reference, customer_name as "customerName", occupation_title as "occupationTitle", version, state,
         promise_at as "promiseAt", claimed_by as "claimedBy", claimed_by_name as "claimedByName", checks, reason,
         first_approved_by as "firstApprovedBy", first_by_name as "firstByName"
       from open where ${CONDITIONS[filter]} and ($5 = '%%' or reference ilike $5 or customer_email ilike $5 or customer_name ilike $5)
       order by promise_at, reference limit $6 offset $7`,
      [...parameters, most + 1, from],
    );
    return {
      rows: rows.slice(0, most).map((row) => present(row, now, riskUntil)),
      counts: await this.counts(parameters.slice(0, 4)),
      preparing: await this.preparing(),
      more: rows.length > most,
    };
  }

  private async counts(parameters: readonly unknown[]): Promise<Record<QueueFilter, number>> {
    const columns = QUEUE_FILTERS.map(
      (filter) => `count(*) filter (where ${CONDITIONS[filter]})::int as ${filter}`,
    ).join(', ');
    const [counts] = await this.source.query<Record<QueueFilter, number>[]>(
      `${OPEN} select ${columns} from open`,
      [...parameters],
    );
    return (
      counts ?? (Object.fromEntries(QUEUE_FILTERS.map((name) => [name, 0])) as Record<QueueFilter, number>)
    );
  }

  private async preparing(): Promise<number> {
    const [row] = await this.source.query<{ preparing: number }[]>(
      `select count(*)::int as preparing from orders o where o.state = 'paid' and o.delivered_at is null and o.promise_at is not null
       and not exists (select 1 from reviews r where r.order_id = o.id and r.state in ('queued', 'claimed', 'second', 'held', 'approved'))`,
    );
    return row?.preparing ?? 0;
  }
}

/** Open reviews as they count at $1, lapsed claims ($3) already given back. $2 and $4 belong to the conditions and are named for their types. */
const OPEN = `
  with open as (
    select r.id, r.order_id, r.promise_at, r.checks, r.reason, b.version, o.reference, o.customer_name, o.customer_email, o.occupation_title,
      case when lapsed then 'queued' else r.state end as state,
      case when lapsed then null else r.claimed_by end as claimed_by,
      case when lapsed then null else s.name end as claimed_by_name,
      r.promise_at <= $1::timestamptz as is_overdue,
      r.promise_at > $1::timestamptz and r.promise_at <= $2::timestamptz as is_at_risk,
      coalesce(r.claimed_by = $4::uuid and not lapsed, false) as is_mine,
      r.first_approved_by, f.name as first_by_name,
      array(select k.kind from order_blockers k where k.order_id = r.order_id and k.ended_at is null) as blocker_kinds
    from reviews r
    cross join lateral (select coalesce(r.state = 'claimed' and r.claim_active_at <= $3::timestamptz, false) as lapsed) lapse
    join orders o on o.id = r.order_id
    join blueprints b on b.id = r.blueprint_id
    left join staff s on s.id = r.claimed_by
    left join staff f on f.id = r.first_approved_by
    -- What is not to be delivered any more leaves the queue by itself.
    where r.state in ('queued', 'claimed', 'second', 'held')
      and o.state = 'paid' and (o.refunded_pence = 0 or o.refunded_pence < coalesce(o.paid_pence, 0))
  )`;

const CONDITIONS: Readonly<Record<QueueFilter, string>> = {
  open: 'true',
  mine: 'is_mine',
  unclaimed: `state = 'queued'`,
  at_risk: 'is_at_risk',
  overdue: 'is_overdue',
  held: `state = 'held'`,
  second: `state = 'second'`,
  blocked: 'cardinality(blocker_kinds) > 0',
  bounced: `'bounce' = any (blocker_kinds)`,
  disputed: `'dispute' = any (blocker_kinds)`,
};

const present = ({ checks, ...row }: RawRow, now: Date, riskUntil: Date): QueueRow => ({
  ...row,
  checks: checks.length === 0 ? 'not run' : worstOf(checks),
  due: shortDayTime(row.promiseAt),
  dueIn: relativeWords(row.promiseAt, now),
  urgency: row.promiseAt <= now ? 'overdue' : row.promiseAt <= riskUntil ? 'at risk' : 'in time',
});
