import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person may ask of us: a link by email, a copy, erasure; and what goes by itself when its time is over. */
export class Keeping1795500000007 implements MigrationInterface {
  readonly name = 'Keeping1795500000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assessments
        add column resume_code_sealed text,
        add column erased_at timestamptz,
        -- A code is kept only for writing to its owner; without an address there is no reason to.
        add check (resume_code_sealed is null or email is not null),
        add check (erased_at is null or (answers = '{}' and result is null and email is null and resume_code_hash is null));

      -- An address must not outlive the assessment it was given for.
      alter table deliveries add column assessment_id uuid references assessments (id) on delete cascade;
      create index deliveries_by_assessment on deliveries (assessment_id) where assessment_id is not null;
      create index deliveries_by_recipient on deliveries (lower(recipient), created_at) where kind = 'resume';
      alter table delivery_attempts drop constraint delivery_attempts_delivery_id_fkey;
      alter table delivery_attempts add foreign key (delivery_id) references deliveries (id) on delete cascade;

      alter table orders add column erased_at timestamptz;
      create index orders_delivered on orders (delivered_at) where delivered_at is not null and erased_at is null;

      -- An erased blueprint keeps the hash that its approval names, and nothing of its content.
      alter table blueprints
        add column erased_at timestamptz,
        drop constraint blueprints_check,
        drop constraint blueprints_check1,
        add constraint blueprints_file_with_hash check ((pdf is null) = (pdf_sha256 is null) or erased_at is not null),
        add constraint blueprints_rendered_with_file check (state <> 'rendered' or pdf is not null or erased_at is not null),
        add constraint blueprints_erased_whole check (erased_at is null or (pdf is null and calendar_file is null and snapshot = '{}'));
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
