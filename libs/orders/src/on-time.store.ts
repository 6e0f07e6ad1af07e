import type { EntityManager } from 'typeorm';
import { LONDON } from '@app/kernel';

/** The orders whose promised time fell into one month; for one that never started, the time by which it would have been there. */
export interface OnTimeMonth {
  /** In London, `YYYY-MM`. */
  readonly month: string;
  readonly due: number;
  /** Of those, delivered by the promised time. */
  readonly onTime: number;
}

/** Months in which an order was due after `since` and up to `until`, newest first. One that was ended before its promised time is not counted. */
export async function dueByMonth(manager: EntityManager, since: Date, until: Date): Promise<OnTimeMonth[]> {
  return await manager.query<OnTimeMonth[]>(
    `select to_char(due_at at time zone $1, 'YYYY-MM') as month, count(*)::int as due,
       (count(*) filter (where delivered_at <= promise_at))::int as "onTime"
     from (select *, coalesce(promise_at, expected_at) as due_at from orders) as owed
     where due_at <= $2 and due_at > $3 and (state = 'paid' or cancelled_at > due_at)
     group by 1 order by 1 desc`,
    [LONDON, until, since],
  );
}

/** Corrections whose time fell after `since` and up to `until`: all of them, and those that were answered or sent by then. One that ended with its erased order does not count. */
export async function correctionsDue(
  manager: EntityManager,
  since: Date,
  until: Date,
): Promise<Pick<OnTimeMonth, 'due' | 'onTime'>> {
  const [row] = await manager.query<Pick<OnTimeMonth, 'due' | 'onTime'>[]>(
    `select count(*)::int as due, (count(*) filter (where settled_at <= promise_at))::int as "onTime" from corrections
     where promise_at <= $1 and promise_at > $2 and decision is distinct from 'withdrawn'`,
    [until, since],
  );
  return row ?? { due: 0, onTime: 0 };
}
