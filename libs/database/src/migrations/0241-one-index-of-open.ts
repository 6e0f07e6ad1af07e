import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is open is a few rows of many, and each of two tables had two indexes over the same few. Which of them PostgreSQL read changed with their sizes,
 * to no gain; every order was written to both. The unique ones, which hold a rule, stay.
 */
export class OneIndexOfOpen1795500000241 implements MigrationInterface {
  readonly name = 'OneIndexOfOpen1795500000241';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reviews_by_promise, checkout_sessions_live');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index reviews_by_promise on reviews (promise_at) where state in ('queued', 'claimed', 'second', 'held');
      create index checkout_sessions_live on checkout_sessions (expires_at) where state in ('opening', 'open', 'pending');
    `);
  }
}
