import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often one visitor asked for what, counted by all processes together. */
export class RateLimits1795500000008 implements MigrationInterface {
  readonly name = 'RateLimits1795500000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The columns, in this order, are those that rate-limiter-flexible writes. A crash may forget the counts, so they are not logged.
      create unlogged table rate_limits (
        -- The rule and a keyed hash of who asked: no address can be read here.
        key varchar(255) primary key,
        points integer not null default 0,
        -- Milliseconds since 1970. Rows an hour past it are deleted by the limiter.
        expire bigint
      );
      create index rate_limits_by_expiry on rate_limits (expire);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rate_limits');
  }
}
