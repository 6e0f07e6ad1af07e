import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each schedule last ran and how it went, so that one that fails or is silent is seen. */
export class ScheduleHeartbeats1795500000009 implements MigrationInterface {
  readonly name = 'ScheduleHeartbeats1795500000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table schedule_heartbeats (
        name text primary key,
        interval_seconds integer not null check (interval_seconds > 0),
        watched_since timestamptz not null,
        last_started timestamptz,
        last_succeeded timestamptz,
        last_failed timestamptz,
        last_error text check (last_error <> ''),
        failures integer not null default 0,
        failing boolean not null default false,
        check ((last_failed is null) = (last_error is null)),
        check (not failing or last_failed is not null)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table schedule_heartbeats');
  }
}
