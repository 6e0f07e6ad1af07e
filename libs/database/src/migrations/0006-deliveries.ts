import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Emails owed and sent, their attempts and outcomes, and signed download links. */
export class Deliveries1795500000006 implements MigrationInterface {
  readonly name = 'Deliveries1795500000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table deliveries (
        id uuid primary key,
        order_id uuid references orders (id),
        kind text not null check (kind in ('confirmation', 'blueprint', 'resume', 'notice')),
        subject_key text not null unique,
        blueprint_id uuid,
        approved_sha256 char(64),
        recipient text not null,
        message_id text not null unique,
        state text not null check (state in ('queued', 'sending', 'accepted', 'unknown', 'failed', 'bounced', 'cancelled')),
        data jsonb not null default '{}',
        send_after timestamptz not null,
        created_at timestamptz not null,
        accepted_at timestamptz,
        smtp_response text,
        foreign key (blueprint_id, approved_sha256) references reviews (blueprint_id, approved_sha256),
        check (kind <> 'blueprint' or (blueprint_id is not null and approved_sha256 is not null and order_id is not null))
      );
      create index deliveries_unfinished on deliveries (send_after) where state in ('queued', 'sending', 'unknown', 'failed', 'bounced');
      create index deliveries_by_order on deliveries (order_id);
      create table delivery_attempts (
        id uuid primary key,
        delivery_id uuid not null references deliveries (id),
        started_at timestamptz not null,
        data_started_at timestamptz,
        ended_at timestamptz,
        outcome text,
        detail text
      );
      create index delivery_attempts_by_delivery on delivery_attempts (delivery_id, started_at);
      create table download_links (
        id uuid primary key,
        order_id uuid not null references orders (id),
        blueprint_id uuid not null references blueprints (id),
        token_hash bytea not null unique,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create table downloads (
        id uuid primary key,
        link_id uuid not null references download_links (id),
        at timestamptz not null,
        ip_address text not null
      );
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
