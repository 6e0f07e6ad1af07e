import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The newest files are read beside each new one, to tell copies: without an index that would read every file ever made. */
export class RecentDrafts1795500000070 implements MigrationInterface {
  readonly name = 'RecentDrafts1795500000070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index blueprints_by_rendering on blueprints (rendered_at) where state = 'rendered' and erased_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index blueprints_by_rendering');
  }
}
