import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A link may show the whole result to one adviser, or a picture of its score to anybody; one of each is open at most. */
export class PictureLinks1795500000180 implements MigrationInterface {
  readonly name = 'PictureLinks1795500000180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table advice_links
        add column shows text not null default 'result' check (shows in ('result', 'picture', 'picture with job'));
      drop index advice_links_one_open;
      create unique index advice_links_one_open on advice_links (assessment_id, (shows = 'result')) where revoked_at is null;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
