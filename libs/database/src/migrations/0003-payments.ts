import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What Stripe told us, what was paid, and what was given back. */
export class Payments1795500000003 implements MigrationInterface {
  readonly name = 'Payments1795500000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table checkout_sessions (
        id uuid primary key,
        order_id uuid not null references orders (id),
        attempt integer not null check (attempt >= 1),
        session_id text unique,
        url text,
        state text not null check (state in ('opening', 'open', 'pending', 'paid', 'failed', 'expired')),
        amount_pence integer not null check (amount_pence >= 0),
        customer_email text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        unique (order_id, attempt),
        check (state in ('opening', 'expired') or session_id is not null)
      );
      create unique index checkout_sessions_one_live on checkout_sessions (order_id) where state in ('opening', 'open', 'pending');
      create index checkout_sessions_live on checkout_sessions (expires_at) where state in ('opening', 'open', 'pending');
      create table stripe_events (
        id text primary key,
        type text not null,
        livemode boolean not null,
        payload jsonb not null,
        created_at timestamptz not null,
        received_at timestamptz not null,
        handled_at timestamptz,
        outcome text
      );
      create index stripe_events_unhandled on stripe_events (received_at) where handled_at is null;
      create table payments (
        id uuid primary key,
        session_id text not null unique,
        order_id uuid references orders (id),
        payment_intent_id text unique,
        amount_pence integer not null check (amount_pence >= 0),
        currency text not null,
        accepted boolean not null,
        received_at timestamptz not null
      );
      create unique index payments_one_accepted_per_order on payments (order_id) where accepted;
      create index payments_by_time on payments (received_at);
      create table refunds (
        id text primary key,
        order_id uuid references orders (id),
        payment_intent_id text not null,
        amount_pence integer not null check (amount_pence > 0),
        status text not null,
        reason text,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index refunds_by_payment on refunds (payment_intent_id);
      create table receipts (
        number text primary key,
        order_id uuid not null unique references orders (id),
        issued_at timestamptz not null,
        total_pence integer not null,
        net_pence integer not null,
        vat_pence integer not null,
        vat_number text
      );
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
