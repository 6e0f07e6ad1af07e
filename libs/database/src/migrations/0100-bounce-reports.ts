import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which reports of a mail provider have been taken, so that each counts once. Nothing in it is about a person. */
export class BounceReports1795500000100 implements MigrationInterface {
  readonly name = 'BounceReports1795500000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bounce_reports (
        id text primary key check (char_length(id) between 1 and 200),
        received_at timestamptz not null
      );
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
