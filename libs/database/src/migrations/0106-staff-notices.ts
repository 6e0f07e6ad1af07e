import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which member of staff was told of which kind of stuck work on which day, so that nobody is told twice. */
export class StaffNotices1795500000106 implements MigrationInterface {
  readonly name = 'StaffNotices1795500000106';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table staff_notices (
        staff_id uuid not null references staff (id),
        reason text not null check (char_length(reason) between 1 and 100),
        day date not null,
        primary key (staff_id, reason, day)
      );
      create index staff_notices_by_day on staff_notices (day);
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
