import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Free assessments and the catalogue versions that the database has seen. */
export class Assessments1795500000001 implements MigrationInterface {
  readonly name = 'Assessments1795500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table catalogue_versions (
        version text primary key,
        checksum char(64) not null,
        loaded_at timestamptz not null
      );
      create table assessments (
        id uuid primary key,
        resume_code_hash bytea unique,
        answers jsonb not null default '{}',
        revision integer not null default 0,
        screen_revisions jsonb not null default '{}',
        result jsonb,
        email text,
        completed_at timestamptz,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index assessments_expiry on assessments (expires_at);
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
