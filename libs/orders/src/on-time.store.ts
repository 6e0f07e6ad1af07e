import { DateTime } from 'luxon';
import type { EntityManager } from 'typeorm';
import { LONDON } from '@app/kernel';

/** Orders whose promised time fell into some time; for one that never started, the time by which it would have been there. */
export interface OnTime {
  readonly due: number;
  /** Of those, delivered by the promised time. */
  readonly onTime: number;
}

/** Each span of time by its first day in London, `YYYY-MM-DD`. */
export type OnTimeSpan = OnTime & { readonly from: string };

/** Of orders that were due; one that was ended before its promised time is not counted. $1 is London. */
const OWED = `
  (select (due_at at time zone $1)::date as day, delivered_at <= promise_at as kept
   from (select state, promise_at, delivered_at, cancelled_at, coalesce(promise_at, expected_at) as due_at from orders) as owed
   where due_at >= $2::date at time zone $1 and due_at <= $3 and (state = 'paid' or cancelled_at > due_at)) as owed`;

/** Months, or weeks from Monday, in which an order was due from a day in London on and up to `until`, newest first. */
export async function dueBy(
  manager: EntityManager,
  span: 'month' | 'week',
  sinceDay: string,
  until: Date,
): Promise<OnTimeSpan[]> {
  const counted = await manager.query<({ readonly day: string } & OnTime)[]>(
    `select to_char(day, 'YYYY-MM-DD') as day, due, on_time as "onTime" from on_time_days where day >= $1 order by day`,
    [sinceDay],
  );
  const uncounted = await manager.query<({ readonly day: string } & OnTime)[]>(
    `select to_char(day, 'YYYY-MM-DD') as day, count(*)::int as due, (count(*) filter (where kept))::int as "onTime"
     from ${OWED} group by 1`,
    [LONDON, dayAfter(counted.at(-1)?.day) ?? sinceDay, until],
  );
  const spans = new Map<string, OnTimeSpan>();
  for (const { day, due, onTime } of [...counted, ...uncounted]) {
    const from = DateTime.fromISO(day).startOf(span).toISODate() ?? day;
    const sum = spans.get(from) ?? { from, due: 0, onTime: 0 };
    spans.set(from, { from, due: sum.due + due, onTime: sum.onTime + onTime });
  }
  return [...spans.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}

const dayAfter = (day: string | undefined): string | null =>
  day === undefined ? null : DateTime.fromISO(day).plus({ days: 1 }).toISODate();

/** Counts the days from one on, up to the end of the day before `today`, anew. Where nothing is counted yet, from `first`; days before that go. */
export async function countDays(
  manager: EntityManager,
  { first, from, today }: { readonly first: string; readonly from: string; readonly today: string },
): Promise<void> {
  await manager.query('delete from on_time_days where day < $1 or day >= $2', [first, from]);
  const [{ any } = { any: false }] = await manager.query<{ any: boolean }[]>(
    'select exists (select 1 from on_time_days) as any',
  );
  await manager.query(
    `insert into on_time_days (day, due, on_time)
     select day, count(*), count(*) filter (where kept) from ${OWED} where day < $4 group by day`,
    [LONDON, any ? from : first, new Date(`${today}T12:00:00Z`), today],
  );
}

/** Corrections whose time fell after `since` and up to `until`: all of them, and those that were answered or sent by then. One that ended with its erased order does not count. */
export async function correctionsDue(manager: EntityManager, since: Date, until: Date): Promise<OnTime> {
  const [row] = await manager.query<OnTime[]>(
    `select count(*)::int as due, (count(*) filter (where settled_at <= promise_at))::int as "onTime" from corrections
     where promise_at <= $1 and promise_at > $2 and decision is distinct from 'withdrawn'`,
    [until, since],
  );
  return row ?? { due: 0, onTime: 0 };
}
