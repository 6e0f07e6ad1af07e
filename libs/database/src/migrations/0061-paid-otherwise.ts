import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff say they paid back another way counts, above the limit, once a second person has confirmed it: a decision like any refund. */
export class PaidOtherwise1795500000061 implements MigrationInterface {
  readonly name = 'PaidOtherwise1795500000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table refund_decisions add otherwise boolean not null default false,
        add check (not (otherwise and remedy)),
        add check (not otherwise or needs_second);
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
