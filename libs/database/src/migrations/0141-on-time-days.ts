import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days in which orders were due, counted each night, so that two years of the public record are read at once whatever was sold. */
export class OnTimeDays1795500000141 implements MigrationInterface {
  readonly name = 'OnTimeDays1795500000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table on_time_days (
        day date primary key,
        due integer not null check (due > 0),
        on_time integer not null check (on_time between 0 and due)
      );
    `);
  }

  /** The counts can be made again from the orders. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table on_time_days');
  }
}
