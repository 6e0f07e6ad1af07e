import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit chain gets a key that is not in the database: whoever may write to the tables can no longer make a chain that fits. Entries from
 * before keep their plain hash. Views of lists are found by each order in them.
 */
export class KeyedAudit1795500000046 implements MigrationInterface {
  readonly name = 'KeyedAudit1795500000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_log add key_id text;
      create index audit_log_by_listed_order on audit_log using gin ((after -> 'orders')) where after ? 'orders';
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
