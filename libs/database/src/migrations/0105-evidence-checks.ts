import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who compared which outside fact with its source, when, and what they found. A check is never changed or removed. */
export class EvidenceChecks1795500000105 implements MigrationInterface {
  readonly name = 'EvidenceChecks1795500000105';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence_checks (
        id uuid primary key,
        fact text not null check (char_length(fact) between 1 and 500),
        words_sha256 text not null check (words_sha256 ~ '^[0-9a-f]{64}$'),
        verdict text not null check (verdict in ('true', 'changed', 'gone')),
        page text check (char_length(page) between 1 and 300),
        note text check (char_length(note) between 1 and 1000),
        checked_by uuid not null references staff (id),
        checked_at timestamptz not null,
        check (verdict = 'true' or note is not null)
      );
      create index evidence_checks_newest on evidence_checks (fact, words_sha256, checked_at desc, id desc);
      create index evidence_checks_by_staff on evidence_checks (checked_by);
      create function evidence_checks_stay() returns trigger language plpgsql as $$ begin
          raise exception 'a check of an outside fact stays as it was written' using errcode = 'restrict_violation';
        end $$;
      create trigger evidence_checks_stay before update or delete on evidence_checks for each row execute function evidence_checks_stay();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
