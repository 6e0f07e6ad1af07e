import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff, the review queue, decisions, and the append-only audit log. */
export class Review1795500000005 implements MigrationInterface {
  readonly name = 'Review1795500000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table staff (
        id uuid primary key,
        email text not null unique check (email = lower(email)),
        name text not null,
        roles text[] not null,
        password_hash text not null,
        totp_secret_sealed text not null,
        totp_last_step bigint not null default 0,
        failed_attempts integer not null default 0,
        locked_until timestamptz,
        created_at timestamptz not null,
        disabled_at timestamptz
      );
      create table staff_sessions (
        id uuid primary key,
        token_hash bytea not null unique,
        staff_id uuid not null references staff (id),
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        ip_address text not null
      );
      create index staff_sessions_by_staff on staff_sessions (staff_id);
      create table reviews (
        id uuid primary key,
        order_id uuid not null references orders (id),
        blueprint_id uuid not null unique references blueprints (id),
        state text not null check (state in ('queued', 'claimed', 'held', 'approved', 'returned', 'superseded')),
        checks jsonb not null default '[]',
        promise_at timestamptz not null,
        claimed_by uuid references staff (id),
        claimed_at timestamptz,
        claim_active_at timestamptz,
        decided_by uuid references staff (id),
        decided_at timestamptz,
        approved_sha256 char(64),
        reason text,
        created_at timestamptz not null,
        unique (blueprint_id, approved_sha256),
        foreign key (blueprint_id, approved_sha256) references blueprints (id, pdf_sha256),
        check ((state = 'approved') = (approved_sha256 is not null)),
        check ((claimed_by is null) = (claimed_at is null)),
        check ((claimed_by is null) = (claim_active_at is null)),
        check (state <> 'claimed' or claimed_by is not null),
        check (state not in ('queued', 'superseded') or claimed_by is null),
        check (state not in ('held', 'returned') or reason is not null),
        check (state not in ('approved', 'returned') or decided_by is not null)
      );
      create index reviews_by_promise on reviews (promise_at) where state in ('queued', 'claimed', 'held');
      create unique index reviews_one_open_per_order on reviews (order_id) where state in ('queued', 'claimed', 'held');
      create index reviews_by_order on reviews (order_id);
      create index orders_by_name_words on orders using gin (to_tsvector('simple', customer_name));
      create table audit_log (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        staff_id uuid references staff (id),
        action text not null,
        subject_kind text not null,
        subject_id text not null,
        before jsonb,
        after jsonb,
        reason text,
        ip_address text,
        previous_hash char(64) not null,
        hash char(64) not null unique
      );
      create index audit_log_by_subject on audit_log (subject_kind, subject_id);
      create function audit_log_is_append_only() returns trigger language plpgsql as
        $$ begin raise exception 'the audit log is append-only'; end $$;
      create trigger audit_log_append_only before update or delete or truncate on audit_log
        for each statement execute function audit_log_is_append_only();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
