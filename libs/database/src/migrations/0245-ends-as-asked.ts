import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When free answers end is indexed as it is asked for, in one expression. Of such PostgreSQL keeps statistics: by the columns alone it took hundreds of
 * thousands of answers for ended, and walked through all of them by id each night in hope of the first two hundred.
 */
export class EndsAsAsked1795500000245 implements MigrationInterface {
  readonly name = 'EndsAsAsked1795500000245';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index assessments_ending;
      create index assessments_ending on assessments ((case when erased_at is null and not kept_for_order then expires_at end));
      analyze assessments;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index assessments_ending;
      create index assessments_ending on assessments (expires_at) where erased_at is null and not kept_for_order;
    `);
  }
}
