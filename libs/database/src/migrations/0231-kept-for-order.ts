import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers whose own time is over, but which an order rests on, are marked once: the nightly run then finds those that are free, and no longer walks
 * through every order of two years.
 */
export class KeptForOrder1795500000231 implements MigrationInterface {
  readonly name = 'KeptForOrder1795500000231';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessments add column kept_for_order boolean not null default false;
      drop index assessments_expiry;
      create index assessments_ending on assessments (expires_at) where erased_at is null and not kept_for_order;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index assessments_ending;
      alter table assessments drop column kept_for_order;
      create index assessments_expiry on assessments (expires_at);
    `);
  }
}
