import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each approved file carries a note by whoever approved it first. `not valid`: files that were approved before the rule stay as they are. */
export class SignedNotes1795500000072 implements MigrationInterface {
  readonly name = 'SignedNotes1795500000072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reviews add constraint reviews_note_signed check (state <> 'approved' or
        (note_by is not null and note_by = coalesce(first_approved_by, decided_by))) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reviews drop constraint reviews_note_signed');
  }
}
