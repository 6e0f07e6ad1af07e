import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which sentences a member of staff has read in drafts before, as keyed fingerprints, so that the desk can show what is new to them. */
export class ReadSentences1795500000140 implements MigrationInterface {
  readonly name = 'ReadSentences1795500000140';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table read_sentences (
        staff_id uuid not null references staff (id),
        fingerprint bytea not null check (octet_length(fingerprint) = 8),
        review_id uuid not null,
        primary key (staff_id, fingerprint)
      );
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
