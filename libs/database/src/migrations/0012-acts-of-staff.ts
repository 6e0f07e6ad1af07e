import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What staff do to orders: tasks that somebody has taken and that are due, refunds that a second person confirms, the first promise of an order
 * that was paused, and approved emails that were called back.
 */
export class ActsOfStaff1795500000012 implements MigrationInterface {
  readonly name = 'ActsOfStaff1795500000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders add original_promise_at timestamptz,
        add check (original_promise_at is null or promise_at >= original_promise_at);

      alter table staff_tasks add due_at timestamptz, add taken_by uuid, add taken_at timestamptz,
        add check ((taken_by is null) = (taken_at is null));
      update staff_tasks set due_at = opened_at + interval '1 day';
      alter table staff_tasks alter due_at set not null;

      create table refund_decisions (
        id uuid primary key,
        order_id uuid not null references orders (id),
        amount_pence integer not null check (amount_pence > 0),
        reason text not null check (reason <> ''),
        asked_by uuid not null,
        asked_at timestamptz not null,
        needs_second boolean not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        declined_at timestamptz,
        paid_back_at timestamptz,
        check ((confirmed_by is null) = (confirmed_at is null)),
        constraint refund_decisions_second_person check (confirmed_by <> asked_by),
        check (declined_at is null or (confirmed_at is null and paid_back_at is null)),
        constraint refund_decisions_confirmed check (paid_back_at is null or confirmed_at is not null or not needs_second)
      );
      create index refund_decisions_by_order on refund_decisions (order_id);

      -- What was called back is no longer tied to an approval, which may be given anew; which file it was stays in its data.
      do $$ declare name text; begin
        select conname into strict name from pg_constraint
          where conrelid = 'deliveries'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%kind <> ''blueprint''%';
        execute format('alter table deliveries drop constraint %I', name);
      end $$;
      alter table deliveries add constraint deliveries_blueprint_approved check (kind <> 'blueprint'
        or (blueprint_id is not null and order_id is not null and (approved_sha256 is not null or state = 'cancelled')));
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
