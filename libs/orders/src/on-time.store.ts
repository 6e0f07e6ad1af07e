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

/** Months, or weeks from Monday, in which an order was due after `since` and up to `until`, newest first. One that was ended before its promised time is not counted. */
export async function dueBy(
  manager: EntityManager,
  span: 'month' | 'week',
  since: Date,
  until: Date,
): Promise<OnTimeSpan[]> {
  return await manager.query<OnTimeSpan[]>(
    `select to_char(date_trunc($4, due_at at time zone $1), 'YYYY-MM-DD') as "from", count(*)::int as due,
       (count(*) filter (where delivered_at <= promise_at))::int as "onTime"
     from (select state, promise_at, delivered_at, cancelled_at, coalesce(promise_at, expected_at) as due_at from orders) as owed
     where due_at <= $2 and due_at > $3 and (state = 'paid' or cancelled_at > due_at)
     group by 1 order by 1 desc`,
    [LONDON, until, since, span],
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
