import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Consents become evidence. Each belongs to the choice it was given with, each pay page to the choice it was opened for, and an order says which
 * choice is in force; once it is paid that stays. Choices and consents are only ever added, and go only with their order.
 */
export class Choices1795500000020 implements MigrationInterface {
  readonly name = 'Choices1795500000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table order_choices (
        id uuid primary key,
        order_id uuid not null references orders (id) on delete cascade,
        start_choice text not null check (start_choice in ('start_now', 'start_after_cancellation_period')),
        made_at timestamptz not null,
        unique (order_id, id, start_choice),
        unique (order_id, id, made_at)
      );
      alter table order_consents add column choice_id uuid;
      alter table orders add column choice_id uuid;
      alter table checkout_sessions add column choice_id uuid;

      -- What was chosen before is what the order says; the consents are those of that choice.
      insert into order_choices (id, order_id, start_choice, made_at)
        select gen_random_uuid(), o.id, o.start_choice, coalesce((select max(c.given_at) from order_consents c where c.order_id = o.id), o.created_at)
        from orders o;
      update orders o set choice_id = c.id from order_choices c where c.order_id = o.id;
      update checkout_sessions s set choice_id = c.id from order_choices c where c.order_id = s.order_id;
      update order_consents n set choice_id = c.id, given_at = c.made_at from order_choices c where c.order_id = n.order_id;

      alter table order_consents
        alter choice_id set not null,
        drop constraint order_consents_order_id_kind_key,
        drop constraint order_consents_order_id_fkey,
        add unique (choice_id, kind),
        add constraint order_consents_given_with_choice foreign key (order_id, choice_id, given_at)
          references order_choices (order_id, id, made_at) on delete cascade;
      create index order_consents_by_choice on order_consents (order_id, choice_id, given_at);
      -- Deferred: an order and its first choice name each other.
      alter table orders add constraint orders_choice_agrees foreign key (id, choice_id, start_choice)
        references order_choices (order_id, id, start_choice) deferrable initially deferred;
      alter table checkout_sessions add constraint checkout_sessions_choice_of_order foreign key (choice_id) references order_choices (id);
      create index orders_by_choice on orders (id, choice_id, start_choice);
      create index checkout_sessions_by_choice on checkout_sessions (choice_id) where choice_id is not null;

      create function evidence_stays() returns trigger language plpgsql as $$ begin
          if tg_op = 'DELETE' then
            -- It goes with its order, whose row is gone by then.
            if not exists (select 1 from orders where id = old.order_id) then return old; end if;
          end if;
          raise exception '% is evidence: it is never changed, and goes only with its order', tg_table_name using errcode = 'restrict_violation';
        end $$;
      create trigger order_choices_stay before update or delete on order_choices for each row execute function evidence_stays();
      create trigger order_consents_stay before update or delete on order_consents for each row execute function evidence_stays();
      create trigger order_choices_not_emptied before truncate on order_choices for each statement execute function evidence_stays();
      create trigger order_consents_not_emptied before truncate on order_consents for each statement execute function evidence_stays();

      create function choice_stays() returns trigger language plpgsql as $$ begin
          raise exception '%: the choice that was paid for stays', tg_table_name using errcode = 'restrict_violation';
        end $$;
      create trigger orders_paid_choice_stays before update of choice_id, start_choice on orders for each row
        when (old.paid_at is not null and (old.choice_id, old.start_choice) is distinct from (new.choice_id, new.start_choice))
        execute function choice_stays();
      create trigger checkout_sessions_choice_stays before update of choice_id on checkout_sessions for each row
        when (old.choice_id is distinct from new.choice_id) execute function choice_stays();
      -- So that a migration after this one, in the same transaction, finds nothing of it left to check.
      set constraints orders_choice_agrees immediate;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
