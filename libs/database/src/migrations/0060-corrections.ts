import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What customers ask to have put right in a blueprint that was delivered, one request at a time, each with a promise of its own; and which
 * version of a blueprint answers which request. What was asked and promised stays; once the order is erased its words are gone.
 */
export class Corrections1795500000060 implements MigrationInterface {
  readonly name = 'Corrections1795500000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table corrections (
        id uuid primary key,
        order_id uuid not null references orders (id),
        about text not null check (about in ('me', 'work', 'figure', 'path', 'words')),
        words text check (char_length(words) between 1 and 2000),
        asked_at timestamptz not null,
        target_at timestamptz,
        promise_at timestamptz,
        calendar_version text,
        policy_version text,
        late_at timestamptz,
        new_time_at timestamptz,
        decision text check (decision in ('redraft', 'answer', 'withdrawn')),
        decided_at timestamptz,
        answer text check (char_length(answer) between 1 and 1000),
        settled_at timestamptz,
        check ((decision is null) = (decided_at is null)),
        check (settled_at is null or decision is not null),
        check (decision is null or decision = 'redraft' or settled_at is not null),
        check ((target_at is null) = (promise_at is null)),
        check (late_at is null or promise_at is not null),
        check (new_time_at is null or late_at is not null)
      );
      create index corrections_by_order on corrections (order_id);
      create unique index corrections_one_open on corrections (order_id) where settled_at is null;
      create index corrections_pressing on corrections (promise_at) where settled_at is null;

      create function corrections_keep_promise() returns trigger language plpgsql as $$ begin
          if (new.id, new.order_id, new.about, new.asked_at, new.target_at, new.promise_at, new.calendar_version, new.policy_version)
              is distinct from
             (old.id, old.order_id, old.about, old.asked_at, old.target_at, old.promise_at, old.calendar_version, old.policy_version)
            or (old.late_at is not null and new.late_at is distinct from old.late_at)
            or (old.settled_at is not null and new.settled_at is distinct from old.settled_at)
            or (old.decision is not null and new.decision is distinct from old.decision) then
            raise exception 'what was asked, promised and decided about correction % stays', old.id using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger corrections_promise_kept before update on corrections for each row execute function corrections_keep_promise();

      alter table blueprints add correction_id uuid references corrections (id);
      create index blueprints_by_correction on blueprints (correction_id) where correction_id is not null;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
