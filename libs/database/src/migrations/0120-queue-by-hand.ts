import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reviews can be given to a colleague by hand, and each member of staff keeps views of the queue under names of their own. */
export class QueueByHand1795500000120 implements MigrationInterface {
  readonly name = 'QueueByHand1795500000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reviews
        add given_to uuid references staff (id),
        add given_by uuid references staff (id),
        add given_at timestamptz,
        add constraint reviews_given_whole check
          ((given_to is null) = (given_by is null) and (given_to is null) = (given_at is null)),
        add constraint reviews_given_while_open check (given_to is null or state in ('queued', 'second')),
        add constraint reviews_given_to_second check (given_to is null or state <> 'second' or
          (given_to <> first_approved_by and given_to <> all (editors)));

      create table queue_views (
        id uuid primary key,
        staff_id uuid not null references staff (id),
        name text not null check (char_length(name) between 1 and 40),
        filters text[] not null check (cardinality(filters) between 1 and 12),
        is_start boolean not null default false,
        created_at timestamptz not null
      );
      create unique index queue_views_by_name on queue_views (staff_id, lower(name));
      create unique index queue_views_one_start on queue_views (staff_id) where is_start;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
