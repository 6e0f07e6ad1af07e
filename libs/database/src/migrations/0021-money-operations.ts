import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every movement of money has a row of its own: a refund that we ask for is written down before Stripe is asked, a dispute is kept as Stripe has
 * it, and money that staff paid back by other means stands beside Stripe's refunds. The database lets nobody give back more than was paid.
 */
export class MoneyOperations1795500000021 implements MigrationInterface {
  readonly name = 'MoneyOperations1795500000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table refunds add column way text not null default 'stripe' check (way in ('stripe', 'other'));
      create table refund_requests (
        key text primary key,
        order_id uuid not null references orders (id),
        amount_pence integer not null check (amount_pence > 0),
        reason text not null,
        asked_at timestamptz not null,
        refund_id text references refunds (id),
        refused_at timestamptz,
        refused_code text,
        check ((refused_at is null) = (refused_code is null)),
        check (refund_id is null or refused_at is null)
      );
      create index refund_requests_by_order on refund_requests (order_id);
      create index refund_requests_by_refund on refund_requests (refund_id) where refund_id is not null;
      alter table refund_decisions add column refused_at timestamptz,
        add check (refused_at is null or (declined_at is null and paid_back_at is null));

      create table disputes (
        id text primary key,
        order_id uuid references orders (id),
        payment_intent_id text not null,
        amount_pence integer not null check (amount_pence > 0),
        state text not null check (state in ('open', 'won', 'lost')),
        reason text not null,
        due_at timestamptz,
        opened_at timestamptz not null,
        closed_at timestamptz,
        check ((state = 'open') = (closed_at is null))
      );
      create index disputes_by_payment on disputes (payment_intent_id);
      create index disputes_by_order on disputes (order_id) where order_id is not null;
      insert into disputes (id, order_id, payment_intent_id, amount_pence, state, reason, opened_at, closed_at)
        select t.subject, t.order_id, p.payment_intent_id, (t.data ->> 'amountPence')::int,
          case when c.id is null then 'open' when c.data ->> 'status' in ('won', 'warning_closed') then 'won' else 'lost' end,
          coalesce(t.data ->> 'reason', 'general'), t.opened_at, c.opened_at
        from staff_tasks t join payments p on p.order_id = t.order_id and p.accepted and p.payment_intent_id is not null
          left join staff_tasks c on c.kind = 'dispute_closed' and c.subject = t.subject
        where t.kind = 'dispute_opened' and (t.data ->> 'amountPence')::int > 0;

      -- Whoever asks for a refund waits for the one before; together they stay within what was paid.
      create function refund_request_fits() returns trigger language plpgsql as $$
        declare
          paid bigint;
          gone bigint;
        begin
          perform 1 from orders where id = new.order_id for update;
          select coalesce(sum(amount_pence), 0) into paid from payments where order_id = new.order_id and accepted;
          select coalesce(sum(amount_pence), 0) into gone from refunds r
            where status not in ('failed', 'canceled')
              and payment_intent_id in (select payment_intent_id from payments where order_id = new.order_id and accepted);
          gone := gone + (select coalesce(sum(amount_pence), 0) from refund_requests
            where order_id = new.order_id and refund_id is null and refused_at is null);
          if gone + new.amount_pence > paid then
            raise exception 'order %: % pence cannot be given back, % of % are gone', new.order_id, new.amount_pence, gone, paid
              using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger refund_requests_fit before insert on refund_requests for each row execute function refund_request_fits();
      create trigger refunds_otherwise_fit before insert on refunds for each row when (new.way = 'other')
        execute function refund_request_fits();
      create function refunds_fit() returns trigger language plpgsql as $$
        declare
          paid bigint;
          back bigint;
        begin
          select amount_pence into paid from payments where payment_intent_id = new.payment_intent_id for update;
          select sum(amount_pence) into back from refunds
            where payment_intent_id = new.payment_intent_id and status not in ('failed', 'canceled');
          if back > paid then
            raise exception 'payment %: % pence given back of %', new.payment_intent_id, back, paid using errcode = 'check_violation';
          end if;
          return null;
        end $$;
      -- Deferred: of one list of Stripe's, the new refund may be written before the one that failed.
      create constraint trigger refunds_within_payment after insert or update on refunds deferrable initially deferred
        for each row execute function refunds_fit();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
