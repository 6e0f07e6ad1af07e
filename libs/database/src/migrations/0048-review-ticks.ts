import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which pages of a draft a reviewer has read, of exactly the file that was shown. */
export class ReviewTicks1795500000048 implements MigrationInterface {
  readonly name = 'ReviewTicks1795500000048';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_ticks (
        review_id uuid not null references reviews (id),
        staff_id uuid not null,
        sha256 char(64) not null,
        page integer not null check (page between 1 and 99),
        at timestamptz not null,
        primary key (review_id, staff_id, sha256, page)
      );
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
