import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '@app/kernel';
import {
  atRiskUntil,
  type CheckLevel,
  type CheckResult,
  lapsedBefore,
  QUEUE_FILTERS,
  type QueueFilter,
  relativeWords,
  type ReviewState,
  shortDayTime,
  worstOf,
} from '@app/review';

const ROWS = 100;
/** So many are looked at for one person's next review; the others would have to be taken meanwhile. */
const NEXT = 50;

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
  /** Whom it was given to, and is not begun by. */
  readonly givenTo: string | null;
  readonly givenToName: string | null;
  /** Nobody else may begin it now. */
  readonly kept: boolean;
  readonly checks: CheckLevel | 'not run';
  readonly reason: string | null;
}

export interface QueuePage {
  readonly rows: readonly QueueRow[];
  /** Paid orders with a running promise whose blueprint has not reached the queue; longer than a few minutes means trouble. */
  readonly preparing: number;
  /** Overdue orders that are in nobody's queue: not drafted, or approved and not sent. The overdue reviews are the others. */
  readonly overdueElsewhere: number;
  /** True when there are more rows after these. */
  readonly more: boolean;
}

/** How many reviews hold to a filter, for one person. */
export type QueueCounts = Readonly<Record<QueueFilter, number>>;

/** What is asked of the queue. */
export interface QueueQuestion {
  /** All of these hold. */
  readonly filters: readonly QueueFilter[];
  /** For "mine". */
  readonly staffId: string;
  /** Part of a reference, an email or a name; empty for all. */
  readonly search?: string;
  /** How many rows to leave out, for the pages after the first. */
  readonly from?: number;
  readonly rows?: number;
}

/** Who asks for their next review, and what their roles allow. */
export interface NextQuestion {
  readonly staffId: string;
  readonly decide: boolean;
  readonly second: boolean;
}

interface RawRow extends Omit<QueueRow, 'due' | 'dueIn' | 'urgency' | 'checks'> {
  readonly checks: CheckResult[];
}

/** O'Neill and O’Neill are one name: any letter may stand for it. */
const APOSTROPHE = /['’‘ʼ`]/g;

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

  /** One page of the queue, what is due first in front. */
  async list({
    filters,
    staffId,
    search = '',
    from = 0,
    rows: most = ROWS,
  }: QueueQuestion): Promise<QueuePage> {
    const now = this.clock.now();
    const term = `%${search
      .trim()
      .replace(/[\\%_]/g, '\\$&')
      .replace(APOSTROPHE, '_')}%`;
    const rows = await this.source.query<RawRow[]>(
      `${OPEN}
       select id, order_id as "orderId", reference, customer_name as "customerName", occupation_title as "occupationTitle", version, state,
         promise_at as "promiseAt", claimed_by as "claimedBy", claimed_by_name as "claimedByName", checks, reason,
         first_approved_by as "firstApprovedBy", first_by_name as "firstByName", given_to as "givenTo", given_to_name as "givenToName", is_kept as kept
       from open where ${allOf(filters)} and ($5 = '%%' or reference ilike $5 or customer_email ilike $5 or customer_name ilike $5)
       order by promise_at, reference limit $6 offset $7`,
      [...this.moments(now), [staffId], term, most + 1, from],
    );
    return {
      rows: rows.slice(0, most).map((row) => present(row, now)),
      ...(await this.notInTheQueue(now)),
      more: rows.length > most,
    };
  }

  /**
   * For each of these people how many reviews hold to all of each set of filters, in the order of the sets. One question for all of them.
   * @returns by person.
   */
  async counts(
    people: readonly string[],
    sets: readonly (readonly QueueFilter[])[],
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    const columns = sets.map((filters) => `count(*) filter (where ${allOf(filters)})::int`).join(', ');
    const rows = await this.source.query<{ person: string; counts: number[] }[]>(
      `${OPEN} select person, array[${columns}] as counts from open group by person`,
      [...this.moments(this.clock.now()), people],
    );
    const found = new Map(rows.map(({ person, counts }) => [person, counts]));
    return new Map(people.map((person) => [person, found.get(person) ?? sets.map(() => 0)]));
  }

  /** The counts of every filter for one person. */
  async countsFor(staffId: string): Promise<QueueCounts> {
    const counts = await this.counts(
      [staffId],
      QUEUE_FILTERS.map((name) => [name]),
    );
    return countsByName(counts.get(staffId) ?? []);
  }

  /**
   * What this person may begin now, the most urgent first: unbound, not kept for somebody else, and of those that wait for a second person
   * neither their own nor one whose words they changed.
   */
  async nextFor({ staffId, decide, second }: NextQuestion): Promise<Pick<QueueRow, 'id' | 'state'>[]> {
    return await this.source.query<Pick<QueueRow, 'id' | 'state'>[]>(
      `${OPEN}
       select id, state from open
       where cardinality(blocker_kinds) = 0 and (not is_kept or given_to = person)
         and ((state = 'queued' and $5) or (state = 'second' and $6 and first_approved_by <> person and person <> all (editors)))
       order by promise_at, reference limit ${NEXT}`,
      [...this.moments(this.clock.now()), [staffId], decide, second],
    );
  }

  /** $1 to $3 of {@link OPEN}. */
  private moments(now: Date): [now: Date, riskUntil: Date, lapsed: Date] {
    return [now, atRiskUntil(now), lapsedBefore(now)];
  }

  private async notInTheQueue(now: Date): Promise<Pick<QueuePage, 'preparing' | 'overdueElsewhere'>> {
    const [row] = await this.source.query<Pick<QueuePage, 'preparing' | 'overdueElsewhere'>[]>(
      // Asked of each of the few that are not delivered; "not exists" would be turned into a walk through every review there ever was.
      `select count(*) filter (where open + approved = 0)::int as preparing,
         count(*) filter (where open = 0 and o.promise_at <= $1)::int as "overdueElsewhere"
       from orders o cross join lateral (select count(*) filter (where r.state <> 'approved') as open, count(*) filter (where r.state = 'approved') as approved
         from reviews r where r.order_id = o.id and r.state in ('queued', 'claimed', 'second', 'held', 'approved')) found
       where o.state = 'paid' and o.delivered_at is null and o.promise_at is not null`,
      [now],
    );
    return row ?? { preparing: 0, overdueElsewhere: 0 };
  }
}

/**
 * Open reviews as they count at $1, once for each person in $4. At risk until $2; a claim or a second reading that was idle at $3 has lapsed, and
 * what was given to an account that is disabled now is given to nobody.
 */
const OPEN = `
  with open as (
    select r.id, r.order_id, r.promise_at, r.checks, r.reason, (select b.version from blueprints b where b.id = r.blueprint_id) as version, o.reference, o.customer_name, o.customer_email, o.occupation_title,
      person, r.editors,
      case when lapsed then 'queued' else r.state end as state,
      case when lapsed then null else r.claimed_by end as claimed_by,
      case when lapsed then null else s.name end as claimed_by_name,
      r.promise_at <= $1::timestamptz as is_overdue,
      r.promise_at > $1::timestamptz and r.promise_at <= $2::timestamptz as is_at_risk,
      coalesce(r.claimed_by = person and not lapsed, false) or coalesce(g.id = person, false) as is_mine,
      g.id as given_to, g.name as given_to_name,
      g.id is not null and (r.given_by = r.given_to or r.promise_at > $2::timestamptz) as is_kept,
      r.first_approved_by, f.name as first_by_name,
      array(select k.kind from order_blockers k where k.order_id = r.order_id and k.ended_at is null) as blocker_kinds
    from reviews r
    cross join unnest($4::uuid[]) as person
    cross join lateral (select coalesce(r.state = 'claimed' and r.claim_active_at <= $3::timestamptz, false) as lapsed) lapse
    -- Each of the few open ones asks for its own order. Left to choose, PostgreSQL would read all orders through where there are ten thousand.
    cross join lateral (select * from orders where id = r.order_id limit 1) o
    left join staff s on s.id = r.claimed_by
    left join staff f on f.id = r.first_approved_by
    left join staff g on g.id = r.given_to and g.disabled_at is null and (r.given_by <> r.given_to or r.given_at > $3::timestamptz)
    -- What is not to be delivered any more leaves the queue by itself.
    where r.state in ('queued', 'claimed', 'second', 'held')
      and o.state = 'paid' and (o.refunded_pence = 0 or o.refunded_pence < coalesce(o.paid_pence, 0))
  )`;

const CONDITIONS: Readonly<Record<QueueFilter, string>> = {
  open: 'true',
  mine: 'is_mine',
  unclaimed: `(state = 'queued' and not is_kept)`,
  given: 'given_to is not null',
  at_risk: 'is_at_risk',
  overdue: 'is_overdue',
  held: `state = 'held'`,
  second: `state = 'second'`,
  blocked: 'cardinality(blocker_kinds) > 0',
  bounced: `'bounce' = any (blocker_kinds)`,
  disputed: `'dispute' = any (blocker_kinds)`,
};

const allOf = (filters: readonly QueueFilter[]): string =>
  filters.map((filter) => CONDITIONS[filter]).join(' and ') || 'true';

/** Counts in the order of {@link QUEUE_FILTERS} by their names. */
export const countsByName = (counts: readonly number[]): QueueCounts =>
  Object.fromEntries(QUEUE_FILTERS.map((name, index) => [name, counts[index] ?? 0])) as QueueCounts;

const present = ({ checks, ...row }: RawRow, now: Date): QueueRow => ({
  ...row,
  checks: checks.length === 0 ? 'not run' : worstOf(checks),
  due: shortDayTime(row.promiseAt),
  dueIn: relativeWords(row.promiseAt, now),
  urgency: row.promiseAt <= now ? 'overdue' : row.promiseAt <= atRiskUntil(now) ? 'at risk' : 'in time',
});
