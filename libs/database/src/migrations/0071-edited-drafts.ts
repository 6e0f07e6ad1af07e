import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words of a draft that a reviewer changes, and who wrote its note. The database holds the rules: no approval while changes wait that are
 * not in the file, and one of which more than a fifth was changed needs a second person.
 */
export class EditedDrafts1795500000071 implements MigrationInterface {
  readonly name = 'EditedDrafts1795500000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reviews
        add edits jsonb,
        add note_by uuid references staff (id),
        add changed_share double precision not null default 0 check (changed_share between 0 and 1),
        add constraint reviews_no_edit_waits check (state not in ('approved', 'second') or edits is null),
        add constraint reviews_much_edited_needs_second check
          (state <> 'approved' or changed_share <= 0.2 or cardinality(needs_second) > 0);
      create index reviews_by_note_writer on reviews (note_by) where note_by is not null;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
