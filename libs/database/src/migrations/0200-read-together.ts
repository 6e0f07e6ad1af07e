import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one member of staff has read in an approved draft its other readers need not read anew. Fingerprints are of smaller pieces than before. */
export class ReadTogether1795500000200 implements MigrationInterface {
  readonly name = 'ReadTogether1795500000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from read_sentences;
      create index read_sentences_by_fingerprint on read_sentences (fingerprint);
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
