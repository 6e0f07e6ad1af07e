import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A blueprint has left only if somebody tried to send it, and it is tried only while it is being sent, which a blocker forbids: so none counts as
 * delivered that could not have been sent. What was tried and collected stays on record, and so does what a file was made from;
 * and an order gives back no more than was paid for it, by payments that are known.
 */
export class LeftAsTried1795500000250 implements MigrationInterface {
  readonly name = 'LeftAsTried1795500000250';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function attempts_while_sending() returns trigger language plpgsql as $$ begin
          if exists (select 1 from deliveries where id = new.delivery_id and kind = 'blueprint' and state <> 'sending') then
            raise exception 'email % is not being sent, so no attempt is made at it', new.delivery_id using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger delivery_attempts_while_sending before insert on delivery_attempts
        for each row execute function attempts_while_sending();

      create function deliveries_begin_in_the_queue() returns trigger language plpgsql as $$ begin
          if tg_op = 'INSERT' then
            raise exception 'email % begins in the queue, not as %', new.id, new.state using errcode = 'check_violation';
          end if;
          if exists (select 1 from delivery_attempts where delivery_id = new.id) then return new; end if;
          if old.state in ('queued', 'sending') then
            raise exception 'email % was never tried, so it has not left', new.id using errcode = 'check_violation';
          end if;
          -- It waited in a backup and may have gone since: a person knows, unless something stood in its way.
          perform refuse_if_blocked(new.order_id);
          return new;
        end $$;
      create trigger deliveries_begin_in_the_queue before insert on deliveries
        for each row when (new.kind = 'blueprint' and new.state <> 'queued') execute function deliveries_begin_in_the_queue();
      create trigger deliveries_leave_as_tried before update of state on deliveries
        for each row when (new.kind = 'blueprint' and new.state = 'accepted' and old.state <> 'accepted')
        execute function deliveries_begin_in_the_queue();

      create function attempts_go_with_their_email() returns trigger language plpgsql as $$ begin
          if exists (select 1 from deliveries where id = old.delivery_id) then
            raise exception 'an attempt at an email is kept, and goes only with it' using errcode = 'restrict_violation';
          end if;
          return null;
        end $$;
      create constraint trigger delivery_attempts_go_with_email after delete on delivery_attempts deferrable initially deferred
        for each row execute function attempts_go_with_their_email();

      create function downloads_go_with_their_link() returns trigger language plpgsql as $$ begin
          if exists (select 1 from download_links where id = old.link_id) then
            raise exception 'a download is kept, and goes only with its link' using errcode = 'restrict_violation';
          end if;
          return null;
        end $$;
      create constraint trigger downloads_go_with_link after delete on downloads deferrable initially deferred
        for each row execute function downloads_go_with_their_link();

      create function blueprints_made_from_stays() returns trigger language plpgsql as $$ begin
          raise exception 'what the file of blueprint % was made from stays', old.id using errcode = 'restrict_violation';
        end $$;
      create trigger blueprints_made_from_stays before update on blueprints for each row
        when (old.pdf_sha256 is not null and (old.template_version, old.catalogue_version, old.model_version, old.drafted_at)
          is distinct from (new.template_version, new.catalogue_version, new.model_version, new.drafted_at))
        execute function blueprints_made_from_stays();

      -- A file names its order: the same bytes are never those of another one.
      create unique index blueprints_file_of_one on blueprints (pdf_sha256) where pdf_sha256 is not null;

      -- Each payment bounds its own refunds: one of a payment that nobody knows would come on top.
      create function refunds_of_a_payment() returns trigger language plpgsql as $$ begin
          if not exists (select 1 from payments where payment_intent_id = new.payment_intent_id and order_id = new.order_id) then
            raise exception 'refund % is of no payment of order %', new.id, new.order_id using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger refunds_paid_for before insert or update of order_id, payment_intent_id on refunds
        for each row when (new.order_id is not null) execute function refunds_of_a_payment();

      -- Business time is the calendar's to work out; ten days are more than any run of holidays adds to it.
      create function orders_promise_moved_as_paused() returns trigger language plpgsql as $$
        declare
          lasted interval;
        begin
          select ended_at - opened_at into lasted from order_blockers where order_id = new.id and kind = 'pause'
            order by opened_at desc, id desc limit 1;
          if new.promise_at - old.promise_at > lasted + interval '10 days' then
            raise exception 'the promise of order % moves by its pause of %, not by more', new.id, lasted using errcode = 'check_violation';
          end if;
          return null;
        end $$;
      create constraint trigger orders_promise_moved_as_paused after update on orders deferrable initially deferred for each row
        when (old.promise_at is not null and new.promise_at > old.promise_at) execute function orders_promise_moved_as_paused();

      -- Under repeatable read a trigger sees what was, not what is: two refunds of all there is, each alone, would both fit.
      create function weighed_as_it_is() returns trigger language plpgsql as $$ begin
          if current_setting('transaction_isolation') = 'repeatable read' then
            raise exception '% are not changed by what another moment knew: use read committed or serializable', tg_table_name
              using errcode = 'invalid_transaction_state';
          end if;
          return null;
        end $$;
      ${WEIGHED.map(
        (table) => `
      create trigger ${table}_weighed_as_it_is before insert or update on ${table} execute function weighed_as_it_is();`,
      ).join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index blueprints_file_of_one;
      drop function attempts_while_sending, deliveries_begin_in_the_queue, attempts_go_with_their_email, downloads_go_with_their_link,
        blueprints_made_from_stays, refunds_of_a_payment, weighed_as_it_is, orders_promise_moved_as_paused cascade;
    `);
  }
}

/** Tables whose triggers look at other rows than the one that is written. */
const WEIGHED = [
  'orders',
  'order_blockers',
  'reviews',
  'deliveries',
  'payments',
  'refunds',
  'refund_requests',
] as const;
