import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The re-check 90 days after a blueprint: that its customer was reminded, the answers they changed, and what they said it did for them. */
export class Rechecks1795500000027 implements MigrationInterface {
  readonly name = 'Rechecks1795500000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rechecks (
        order_id uuid primary key references orders (id),
        reminded_at timestamptz,
        assessment_id uuid references assessments (id) on delete set null,
        did text check (did in ('path', 'reshape', 'learn', 'nothing')),
        helped text check (helped in ('yes', 'some', 'no', 'unsure')),
        answered_at timestamptz,
        check ((did is null) = (helped is null)),
        check ((did is null) = (answered_at is null))
      );
      create index rechecks_by_assessment on rechecks (assessment_id) where assessment_id is not null;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
