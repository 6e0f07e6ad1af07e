import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders, the consents they rest on, their event log, and tasks for staff. */
export class Orders1795500000002 implements MigrationInterface {
  readonly name = 'Orders1795500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence order_numbers;
      create table orders (
        id uuid primary key,
        reference text not null unique,
        state text not null check (state in ('awaiting_payment', 'paid', 'expired', 'cancelled')),
        assessment_id uuid not null references assessments (id),
        form_token text not null unique,
        access_token_hash bytea not null unique,
        access_token_sealed text not null,
        customer_name text not null check (char_length(customer_name) between 1 and 200),
        customer_email text not null check (char_length(customer_email) between 3 and 254),
        occupation_title text not null,
        price_pence integer not null check (price_pence >= 0),
        currency text not null default 'gbp' check (currency = 'gbp'),
        start_choice text not null check (start_choice in ('start_now', 'start_after_cancellation_period')),
        created_at timestamptz not null,
        expires_at timestamptz not null,
        paid_at timestamptz,
        paid_pence integer check (paid_pence >= 0),
        expired_at timestamptz,
        cancelled_at timestamptz,
        answers_complete_at timestamptz,
        confirmation_accepted_at timestamptz,
        clock_started_at timestamptz,
        target_at timestamptz,
        promise_at timestamptz,
        calendar_version text,
        policy_version text,
        delivered_at timestamptz,
        refunded_at timestamptz,
        refunded_pence integer not null default 0 check (refunded_pence >= 0),
        disputed_at timestamptz,
        check ((state = 'paid') = (paid_at is not null) or state = 'cancelled'),
        check ((clock_started_at is null) = (promise_at is null))
      );
      create unique index orders_one_live_per_assessment on orders (assessment_id) where state in ('awaiting_payment', 'paid');
      create index orders_by_promise on orders (promise_at) where delivered_at is null and state = 'paid';
      create index orders_by_email on orders (lower(customer_email));
      create index orders_awaiting on orders (expires_at) where state = 'awaiting_payment';
      create table order_consents (
        id uuid primary key,
        order_id uuid not null references orders (id),
        kind text not null check (kind in ('start_in_cancellation_period', 'right_ends_on_delivery')),
        wording_version text not null,
        wording text not null,
        given_at timestamptz not null,
        ip_address text not null,
        unique (order_id, kind)
      );
      create table order_events (
        id bigint generated always as identity primary key,
        order_id uuid not null references orders (id),
        name text not null,
        data jsonb not null default '{}',
        at timestamptz not null
      );
      create index order_events_by_order on order_events (order_id, id);
      create table staff_tasks (
        id uuid primary key,
        kind text not null,
        subject text not null,
        order_id uuid references orders (id),
        summary text not null,
        data jsonb not null default '{}',
        opened_at timestamptz not null,
        closed_at timestamptz,
        closed_by uuid,
        resolution text,
        unique (kind, subject)
      );
      create index staff_tasks_open on staff_tasks (opened_at) where closed_at is null;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
