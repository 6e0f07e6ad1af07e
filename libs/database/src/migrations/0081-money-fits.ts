import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Money fits its order. What was asked for is what is accepted, in pounds, for a paid order; what was paid does not change; what goes back goes
 * back on the order it was paid for; papers say what moved; and nothing is delivered that is not paid and was not sent.
 */
export class MoneyFits1795500000081 implements MigrationInterface {
  readonly name = 'MoneyFits1795500000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ORDERS);
    await runner.query(PAYMENTS);
    await runner.query(REFUNDS);
    await runner.query(PAPERS);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}

const ORDERS = `
  alter table orders
    add constraint orders_delivered_paid check (delivered_at is null or paid_at is not null) not valid,
    add constraint orders_paid_known check ((paid_at is null) or (paid_pence is not null)) not valid,
    add constraint orders_given_back_within_paid check (refunded_pence <= coalesce(paid_pence, 0)) not valid;

  create function orders_stay() returns trigger language plpgsql as $$ begin
      if (new.id, new.reference, new.created_at, new.currency) is distinct from (old.id, old.reference, old.created_at, old.currency) then
        raise exception 'order % stays what it is', old.id using errcode = 'restrict_violation';
      end if;
      if old.paid_at is not null and (new.paid_at, new.paid_pence, new.price_pence)
          is distinct from (old.paid_at, old.paid_pence, old.price_pence) then
        raise exception 'order % is paid, and what was paid and when stays', old.id using errcode = 'restrict_violation';
      end if;
      if old.delivered_at is not null and new.delivered_at is distinct from old.delivered_at then
        raise exception 'order % is delivered, and when stays', old.id using errcode = 'restrict_violation';
      end if;
      if new.state <> old.state and (old.state, new.state) not in (('awaiting_payment', 'paid'), ('awaiting_payment', 'expired'),
          ('awaiting_payment', 'cancelled'), ('expired', 'paid'), ('paid', 'cancelled')) then
        raise exception 'an order does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
  create trigger orders_stay before update on orders for each row execute function orders_stay();

  create function orders_delivered_by_a_file() returns trigger language plpgsql as $$ begin
      -- What left before something came between has left; what is collected later needs a free way.
      if not exists (select 1 from deliveries where order_id = new.id and kind = 'blueprint' and approved_sha256 is not null
          and (state = 'accepted' or (state in ('failed', 'bounced', 'unknown')
            and not exists (select 1 from order_blockers where order_id = new.id and ended_at is null)))) then
        raise exception 'order % is not delivered: no approved file of it has left', new.id using errcode = 'check_violation';
      end if;
      return null;
    end $$;
  create constraint trigger orders_delivered_by_email after insert on orders deferrable initially deferred
    for each row when (new.delivered_at is not null) execute function orders_delivered_by_a_file();
  create constraint trigger orders_delivered_by_email_then after update on orders deferrable initially deferred
    for each row when (old.delivered_at is null and new.delivered_at is not null) execute function orders_delivered_by_a_file();`;

const PAYMENTS = `
  alter table payments add discount_pence integer not null default 0 check (discount_pence >= 0);
  update payments p set discount_pence = s.amount_pence - p.amount_pence from checkout_sessions s
    where s.session_id = p.session_id and p.accepted and s.amount_pence > p.amount_pence;

  create function payments_fit_orders() returns trigger language plpgsql as $$
    declare
      paying orders;
      asked integer;
    begin
      if tg_op = 'UPDATE' then
        if (to_jsonb(new) - 'accepted') <> (to_jsonb(old) - 'accepted') or (old.accepted and not new.accepted) then
          raise exception 'payment % is on record and stays', old.id using errcode = 'restrict_violation';
        end if;
      end if;
      if not new.accepted then return new; end if;
      select * into paying from orders where id = new.order_id;
      if not found or paying.paid_at is null then
        raise exception 'payment % pays no order', new.id using errcode = 'check_violation';
      end if;
      if new.currency <> paying.currency then
        raise exception 'payment % is in %, order % in %', new.id, new.currency, paying.id, paying.currency using errcode = 'check_violation';
      end if;
      select coalesce((select amount_pence from checkout_sessions where session_id = new.session_id and order_id = paying.id),
        paying.price_pence) into asked;
      if new.amount_pence <> paying.paid_pence or new.amount_pence + new.discount_pence <> asked then
        raise exception 'payment % of % pence is not the % asked for', new.id, new.amount_pence, asked using errcode = 'check_violation';
      end if;
      return new;
    end $$;
  create trigger payments_fit_orders before insert or update on payments for each row execute function payments_fit_orders();

  create function checkout_sessions_stay() returns trigger language plpgsql as $$ begin
      raise exception 'pay page % stays what it asks for and of which order', old.id using errcode = 'restrict_violation';
    end $$;
  create trigger checkout_sessions_stay before update on checkout_sessions for each row
    when ((old.order_id, old.attempt, old.amount_pence) is distinct from (new.order_id, new.attempt, new.amount_pence)
      or (old.session_id is not null and new.session_id is distinct from old.session_id))
    execute function checkout_sessions_stay();`;

const REFUNDS = `
  create function money_back_on_its_order() returns trigger language plpgsql as $$ begin
      if new.order_id is not null and exists (select 1 from payments
          where payment_intent_id = new.payment_intent_id and order_id is distinct from new.order_id) then
        raise exception '% belongs to another order than its payment', new.id using errcode = 'check_violation';
      end if;
      if tg_op = 'UPDATE' then
        if new.payment_intent_id <> old.payment_intent_id or (old.order_id is not null and new.order_id is distinct from old.order_id) then
          raise exception '% stays on its payment', old.id using errcode = 'restrict_violation';
        end if;
      end if;
      return new;
    end $$;
  create trigger refunds_on_their_order before insert or update on refunds for each row execute function money_back_on_its_order();
  create trigger disputes_on_their_order before insert or update on disputes for each row execute function money_back_on_its_order();

  create function decisions_stay() returns trigger language plpgsql as $$ begin
      raise exception '%: what was decided or asked for stays', tg_table_name using errcode = 'restrict_violation';
    end $$;
  create trigger refund_requests_stay before update on refund_requests for each row
    when ((old.key, old.order_id, old.amount_pence) is distinct from (new.key, new.order_id, new.amount_pence)
      or (old.refund_id is not null and new.refund_id is distinct from old.refund_id))
    execute function decisions_stay();
  create trigger refund_decisions_stay before update on refund_decisions for each row
    when ((old.order_id, old.amount_pence, old.asked_by, old.needs_second)
        is distinct from (new.order_id, new.amount_pence, new.asked_by, new.needs_second)
      or (old.confirmed_by is not null and new.confirmed_by is distinct from old.confirmed_by))
    execute function decisions_stay();`;

const PAPERS = `
  alter table receipts add constraint receipts_add_up check (net_pence + vat_pence = total_pence) not valid,
    add constraint receipts_vat_of_registered check (vat_number is not null or vat_pence = 0) not valid;
  create function receipts_say_what_was_paid() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' then
        raise exception 'receipt % is issued and stays', old.number using errcode = 'restrict_violation';
      end if;
      if not exists (select 1 from orders where id = new.order_id and paid_pence = new.total_pence) then
        raise exception 'receipt % is not over what was paid', new.number using errcode = 'check_violation';
      end if;
      return new;
    end $$;
  create trigger receipts_say_what_was_paid before insert or update on receipts
    for each row execute function receipts_say_what_was_paid();
  create function credit_notes_say_what_went_back() returns trigger language plpgsql as $$ begin
      if not exists (select 1 from refunds f join receipts r on r.order_id = f.order_id
          where f.id = new.refund_id and r.number = new.receipt_number and f.order_id = new.order_id and f.amount_pence = new.total_pence) then
        raise exception 'credit note % is not over a refund of its receipt', new.number using errcode = 'check_violation';
      end if;
      return new;
    end $$;
  create trigger credit_notes_say_what_went_back before insert on credit_notes
    for each row execute function credit_notes_say_what_went_back();`;
