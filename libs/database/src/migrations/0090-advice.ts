import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A result shown to one adviser by a link, and what the adviser wrote about it. Both go with their assessment. */
export class Advice1795500000090 implements MigrationInterface {
  readonly name = 'Advice1795500000090';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table advice_links (
        id uuid primary key,
        assessment_id uuid not null references assessments (id) on delete cascade,
        secret_hash bytea not null unique check (octet_length(secret_hash) = 32),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        check (expires_at > created_at)
      );
      create index advice_links_by_assessment on advice_links (assessment_id);
      create unique index advice_links_one_open on advice_links (assessment_id) where revoked_at is null;
      create table advice_comments (
        id uuid primary key,
        link_id uuid not null references advice_links (id) on delete cascade,
        text text not null check (char_length(text) between 1 and 2000),
        written_at timestamptz not null
      );
      create index advice_comments_by_link on advice_comments (link_id);
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
