import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A second person for drafts that need one. The database holds the rule: such a draft is approved by somebody who neither approved it first
 * nor edited it, for the very file the first one saw; an amber check always needs one; and what was needed cannot be talked away afterwards.
 */
export class SecondApproval1795500000047 implements MigrationInterface {
  readonly name = 'SecondApproval1795500000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reviews
        add needs_second text[] not null default '{}',
        add first_approved_by uuid references staff (id),
        add first_approved_at timestamptz,
        add first_sha256 char(64),
        add first_reason text,
        add first_pages integer[] not null default '{}',
        add editors uuid[] not null default '{}',
        drop constraint reviews_state_check,
        add constraint reviews_state_check check
          (state in ('queued', 'claimed', 'second', 'held', 'approved', 'returned', 'superseded')),
        add constraint reviews_first_whole check ((first_approved_by is null) = (first_approved_at is null)
          and (first_approved_by is null) = (first_sha256 is null)),
        add constraint reviews_second_has_first check (state <> 'second' or
          (first_approved_by is not null and cardinality(needs_second) > 0 and claimed_by is null)),
        add constraint reviews_second_person check (state <> 'approved' or cardinality(needs_second) = 0 or
          (first_approved_by is not null and first_approved_by <> decided_by
            and first_sha256 is not distinct from approved_sha256 and decided_by <> all (editors))),
        add constraint reviews_amber_needs_second check (state <> 'approved' or cardinality(needs_second) > 0
          or not jsonb_path_exists(checks, '$[*] ? (@.level == "amber")')) not valid;

      drop index reviews_by_promise, reviews_one_open_per_order;
      create index reviews_by_promise on reviews (promise_at) where state in ('queued', 'claimed', 'second', 'held');
      create unique index reviews_one_open_per_order on reviews (order_id)
        where state in ('queued', 'claimed', 'second', 'held');
      create index reviews_by_first_approver on reviews (first_approved_by) where first_approved_by is not null;
      create index reviews_by_decider on reviews (decided_by) where decided_by is not null;

      create function reviews_keep_second() returns trigger language plpgsql as $$ begin
          if new.needs_second is distinct from old.needs_second or new.first_approved_by is distinct from old.first_approved_by
            or new.first_sha256 is distinct from old.first_sha256 or not (new.editors @> old.editors) then
            raise exception 'what a second person is needed for does not change' using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger reviews_second_kept before update on reviews for each row
        when (old.state = 'second' and new.state in ('second', 'approved')) execute function reviews_keep_second();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
