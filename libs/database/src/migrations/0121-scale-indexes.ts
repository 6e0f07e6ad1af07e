import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for what is asked of orders by their age, so that it costs the same after a thousand and after a million. Those over an expression have
 * statistics of their own: PostgreSQL would otherwise take "delivered long ago" and "not erased" for unrelated, and read the table through.
 */
export class ScaleIndexes1795500000121 implements MigrationInterface {
  readonly name = 'ScaleIndexes1795500000121';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index orders_by_making on orders (created_at);
      create index orders_unerased on orders ((case when erased_at is null then delivered_at end));
      create index orders_cancelled_unerased on orders
        ((case when erased_at is null and delivered_at is null and state = 'cancelled' and paid_at is not null then cancelled_at end));
      create index orders_ended_unpaid on orders
        ((case when state in ('expired', 'cancelled') and paid_at is null then coalesce(cancelled_at, expired_at) end));
      create index orders_by_due on orders ((coalesce(promise_at, expected_at)))
        include (promise_at, expected_at, delivered_at, cancelled_at, state);
      create index reviews_decided on reviews (decided_at) where decided_at is not null;
      analyze orders;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index orders_by_making, orders_unerased, orders_cancelled_unerased, orders_ended_unpaid, orders_by_due, reviews_decided',
    );
  }
}
