import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What binds an order: while a blocker stands, no review of it can be approved and no blueprint email of it can be queued or sent, whatever the
 * code believes. The checks take the order's lock, as whoever raises a blocker does, so neither can slip past the other.
 */
export class OrderBlockers1795500000011 implements MigrationInterface {
  readonly name = 'OrderBlockers1795500000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table order_blockers (
        id uuid primary key,
        order_id uuid not null references orders (id),
        kind text not null check (kind in
          ('cancellation_notice', 'refund_in_full', 'dispute', 'fraud_warning', 'bounce', 'pause', 'hold')),
        reason text not null check (reason <> ''),
        source text not null,
        opened_at timestamptz not null,
        opened_by uuid,
        ended_at timestamptz,
        ended_by uuid,
        ended_reason text,
        end_act text,
        unique (order_id, kind, source),
        check ((ended_at is null) = (end_act is null)),
        check ((ended_at is null) = (ended_reason is null)),
        check (ended_by is null or ended_at is not null)
      );
      create unique index order_blockers_one_open on order_blockers (order_id, kind) where ended_at is null;

      create function refuse_if_blocked(blocked_order uuid) returns void language plpgsql as $$
        declare
          kinds text;
        begin
          perform 1 from orders where id = blocked_order for share;
          select string_agg(kind, ', ' order by kind) into kinds from order_blockers
            where order_id = blocked_order and ended_at is null;
          if kinds is not null then
            raise exception 'order % is blocked: %', blocked_order, kinds using errcode = 'check_violation';
          end if;
        end $$;
      create function reviews_respect_blockers() returns trigger language plpgsql as
        $$ begin perform refuse_if_blocked(new.order_id); return new; end $$;
      create trigger reviews_approved_unblocked before insert or update of state, approved_sha256, order_id on reviews
        for each row when (new.state = 'approved') execute function reviews_respect_blockers();
      create function deliveries_respect_blockers() returns trigger language plpgsql as $$ begin
          -- An attempt that failed goes back to the queue; whatever else comes into it, or is about to be sent, must be free.
          if tg_op = 'INSERT' then perform refuse_if_blocked(new.order_id);
          elsif new.state = 'sending' or (new.state = 'queued' and old.state not in ('queued', 'sending'))
            or new.order_id is distinct from old.order_id or new.kind <> old.kind then
            perform refuse_if_blocked(new.order_id);
          end if;
          return new;
        end $$;
      create trigger deliveries_sent_unblocked before insert or update of state, kind, order_id on deliveries
        for each row when (new.kind = 'blueprint') execute function deliveries_respect_blockers();

      insert into order_blockers (id, order_id, kind, reason, source, opened_at)
        select gen_random_uuid(), order_id, case kind when 'dispute_opened' then 'dispute' when 'early_fraud_warning' then 'fraud_warning'
            when 'delivery_bounced' then 'bounce' else kind end, 'Its task was open when blockers were introduced', subject, opened_at
        from staff_tasks where closed_at is null and order_id is not null
          and (kind in ('cancellation_notice', 'dispute_opened', 'early_fraud_warning')
            or kind = 'delivery_bounced' and data ->> 'kind' in ('confirmation', 'blueprint'))
        on conflict do nothing;
      insert into order_blockers (id, order_id, kind, reason, source, opened_at)
        select gen_random_uuid(), id, 'refund_in_full', 'All of the money was given back', 'refund', refunded_at
        from orders where paid_pence > 0 and refunded_pence >= paid_pence and refunded_at is not null;
      insert into order_blockers (id, order_id, kind, reason, source, opened_at)
        select gen_random_uuid(), order_id, 'hold', coalesce(nullif(reason, ''), 'on hold'), 'review', coalesce(claimed_at, created_at)
        from reviews where state = 'held';
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
