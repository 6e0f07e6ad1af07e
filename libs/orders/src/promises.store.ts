import type { EntityManager } from 'typeorm';

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Paid orders whose promise lies before a moment and that are not delivered, or were delivered late and not told so; nearest first. */
export async function pressingOrders(manager: EntityManager, until: Date): Promise<string[]> {
  return idsOf(
    await manager.query<{ id: string }[]>(
      `select id, promise_at from orders where state = 'paid' and delivered_at is null and promise_at <= $1
       union all
       select id, promise_at from orders where state = 'paid' and late_at is null and delivered_at > promise_at
       order by promise_at, id`,
      [until],
    ),
  );
}

/** Orders paid before a moment on which no work has started, though no wait that was chosen holds it up; oldest first. */
export async function ordersNotStarted(
  manager: EntityManager,
  paidBefore: Date,
): Promise<{ id: string; reference: string; confirmed: boolean }[]> {
  return await manager.query(
    `select id, reference, confirmation_accepted_at is not null as confirmed from orders
     where state = 'paid' and clock_started_at is null and paid_at <= $1
       and (confirmation_accepted_at is null or wait_ends_at is null or wait_ends_at <= $1)
     order by paid_at, id`,
    [paidBefore],
  );
}
