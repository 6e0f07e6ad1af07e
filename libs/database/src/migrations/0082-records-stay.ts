import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened stays as it was written: events, messages of Stripe, papers, decisions and blockers change no more and go only with their order. */
export class RecordsStay1795500000082 implements MigrationInterface {
  readonly name = 'RecordsStay1795500000082';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function events_stay() returns trigger language plpgsql as $$ begin
          raise exception 'an event of an order is never changed' using errcode = 'restrict_violation';
        end $$;
      create trigger order_events_stay before update on order_events for each row execute function events_stay();

      -- A message keeps who it was, and may be handled again; what Stripe wrote is emptied once it was dealt with.
      create function stripe_events_stay() returns trigger language plpgsql as $$ begin
          if tg_op = 'DELETE' or (new.id, new.type, new.livemode, new.created_at, new.received_at)
              is distinct from (old.id, old.type, old.livemode, old.created_at, old.received_at)
            or (new.payload <> old.payload and not (new.payload = '{}' and old.handled_at is not null)) then
            raise exception 'a message of Stripe is kept as it came' using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
      create trigger stripe_events_stay before update or delete on stripe_events for each row execute function stripe_events_stay();

      create function blockers_stay() returns trigger language plpgsql as $$ begin
          raise exception 'what bound order % and how that ended stays', old.order_id using errcode = 'restrict_violation';
        end $$;
      create trigger order_blockers_stay before update on order_blockers for each row
        when ((old.id, old.order_id, old.kind, old.source, old.opened_at, old.opened_by)
            is distinct from (new.id, new.order_id, new.kind, new.source, new.opened_at, new.opened_by)
          or (old.ended_at is not null and (old.ended_at, old.ended_by, old.end_act)
            is distinct from (new.ended_at, new.ended_by, new.end_act)))
        execute function blockers_stay();

      create function attempts_stay() returns trigger language plpgsql as $$ begin
          raise exception 'attempt % has ended, and how stays', old.id using errcode = 'restrict_violation';
        end $$;
      create trigger delivery_attempts_stay before update on delivery_attempts for each row
        when (old.ended_at is not null and (old.ended_at, old.outcome, old.data_started_at)
          is distinct from (new.ended_at, new.outcome, new.data_started_at)
          or (old.id, old.delivery_id, old.started_at) is distinct from (new.id, new.delivery_id, new.started_at))
        execute function attempts_stay();

      -- Deferred: an order is forgotten part by part, itself last.
      create function goes_with_its_order() returns trigger language plpgsql as $$ begin
          if exists (select 1 from orders where id = old.order_id) then
            raise exception '%: it is kept, and goes only with its order', tg_table_name using errcode = 'restrict_violation';
          end if;
          return null;
        end $$;
      ${KEPT.map(
        ([table, when]) => `
      create constraint trigger ${table}_go_with_order after delete on ${table} deferrable initially deferred
        for each row ${when === undefined ? '' : `when (${when})`} execute function goes_with_its_order();`,
      ).join('')}
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}

/** Tables whose rows stay as long as their order does, and which of their rows. */
const KEPT: readonly (readonly [table: string, when?: string])[] = [
  ['order_events'],
  ['order_blockers'],
  ['payments'],
  ['refunds'],
  ['refund_requests'],
  ['refund_decisions'],
  ['disputes'],
  ['receipts'],
  ['credit_notes'],
  ['corrections'],
  ['blueprints'],
  ['reviews', `old.state = 'approved'`],
  ['deliveries', `old.kind in ('confirmation', 'blueprint')`],
  ['download_links'],
];
