import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A promise with consequences: when the wait of 14 days ends, by when a paid order would be there if nothing came between, when a customer was
 * told that it is at risk or late and what new time was named; and that nothing but resuming a paused order moves a promise. The remedy for a
 * late order is a refund that nobody has to ask for, once.
 */
export class KeptPromises1795500000025 implements MigrationInterface {
  readonly name = 'KeptPromises1795500000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders
        add wait_ends_at timestamptz,
        add expected_at timestamptz,
        add at_risk_at timestamptz,
        add late_at timestamptz,
        add new_time_at timestamptz,
        add check (new_time_at is null or late_at is not null),
        add check (late_at is null or promise_at is not null),
        add check (wait_ends_at is null or start_choice = 'start_after_cancellation_period');
      update orders set wait_ends_at =
          (date_trunc('day', paid_at at time zone 'Europe/London') + interval '15 days') at time zone 'Europe/London'
        where paid_at is not null and start_choice = 'start_after_cancellation_period';
      alter table orders add constraint orders_wait_known
        check (paid_at is null or start_choice = 'start_now' or wait_ends_at is not null);
      create index orders_not_started on orders (paid_at) where state = 'paid' and clock_started_at is null;
      create index orders_late_untold on orders (promise_at) where state = 'paid' and late_at is null and delivered_at > promise_at;

      create function orders_keep_promise() returns trigger language plpgsql as $$ begin
          if (old.wait_ends_at is not null and new.wait_ends_at is distinct from old.wait_ends_at)
            or (old.expected_at is not null and new.expected_at is distinct from old.expected_at)
            or (old.late_at is not null and new.late_at is distinct from old.late_at) then
            raise exception 'what order % was told of its time stays', old.id using errcode = 'check_violation';
          end if;
          if old.clock_started_at is null and new.original_promise_at is null then return new; end if;
          if (new.clock_started_at, new.calendar_version, new.policy_version)
              is not distinct from (old.clock_started_at, old.calendar_version, old.policy_version) then
            if (new.promise_at, new.target_at, new.original_promise_at)
                is not distinct from (old.promise_at, old.target_at, old.original_promise_at) then
              return new;
            end if;
            -- Resuming: the pause still stands here, and has ended when the transaction does (see below).
            if old.delivered_at is null and new.promise_at >= old.promise_at
              and (new.target_at >= old.target_at or (new.target_at is null and old.target_at is null))
              and new.original_promise_at = coalesce(old.original_promise_at, old.promise_at)
              and exists (select 1 from order_blockers where order_id = old.id and kind = 'pause' and ended_at is null) then
              return new;
            end if;
          end if;
          raise exception 'the promise of order % is kept', old.id using errcode = 'check_violation';
        end $$;
      create trigger orders_promise_kept before update on orders for each row execute function orders_keep_promise();

      create function orders_promise_moved() returns trigger language plpgsql as $$ begin
          if (select end_act from order_blockers where order_id = new.id and kind = 'pause' order by opened_at desc, id desc limit 1)
              is distinct from 'order.resumed' then
            raise exception 'the promise of order % moves only when it is resumed', new.id using errcode = 'check_violation';
          end if;
          return null;
        end $$;
      create constraint trigger orders_promise_moved_by_resuming after update on orders deferrable initially deferred for each row
        when (old.promise_at is not null and (old.promise_at, old.target_at, old.original_promise_at)
          is distinct from (new.promise_at, new.target_at, new.original_promise_at))
        execute function orders_promise_moved();

      alter table refund_decisions alter asked_by drop not null,
        add remedy boolean not null default false,
        add check (remedy = (asked_by is null)),
        add check (not (remedy and needs_second));
      create unique index refund_decisions_one_remedy on refund_decisions (order_id) where remedy;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
