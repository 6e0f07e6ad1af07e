import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How people come to their accounts and into them: invitations, recovery codes, passkeys, and failed tries counted by account and place, so
 * that nobody can close a colleague's account from elsewhere. An admin who may still sign in is always left.
 */
export class StaffAccounts1795500000045 implements MigrationInterface {
  readonly name = 'StaffAccounts1795500000045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table staff_invitations (
        id uuid primary key,
        email text not null check (email = lower(email)),
        name text not null check (name <> ''),
        roles text[] not null check (cardinality(roles) > 0),
        staff_id uuid references staff (id),
        invited_by uuid not null references staff (id),
        invited_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > invited_at),
        totp_secret_sealed text not null,
        token_hash bytea unique,
        sent_at timestamptz check (sent_at is null or token_hash is not null),
        accepted_at timestamptz,
        withdrawn_at timestamptz check (withdrawn_at is null or accepted_at is null)
      );
      create unique index staff_invitations_one_open on staff_invitations (email)
        where accepted_at is null and withdrawn_at is null;
      create index staff_invitations_by_staff on staff_invitations (staff_id) where staff_id is not null;
      create index staff_invitations_by_inviter on staff_invitations (invited_by);
      create table staff_recovery_codes (
        code_hash bytea primary key,
        staff_id uuid not null references staff (id),
        created_at timestamptz not null,
        used_at timestamptz
      );
      create index staff_recovery_codes_by_staff on staff_recovery_codes (staff_id);
      create table staff_passkeys (
        id uuid primary key,
        staff_id uuid not null references staff (id),
        credential_id text not null unique,
        name text not null check (name <> ''),
        public_key bytea not null,
        counter bigint not null,
        created_at timestamptz not null,
        last_used_at timestamptz
      );
      create index staff_passkeys_by_staff on staff_passkeys (staff_id);
      create table staff_challenges (
        challenge text primary key,
        staff_id uuid references staff (id),
        expires_at timestamptz not null
      );
      create index staff_challenges_by_staff on staff_challenges (staff_id) where staff_id is not null;
      create table staff_sign_in_failures (
        account_key bytea not null,
        network_key bytea not null,
        failed integer not null check (failed > 0),
        locked_until timestamptz,
        last_at timestamptz not null,
        primary key (account_key, network_key)
      );
      alter table staff drop column failed_attempts, drop column locked_until;

      create function staff_keep_an_admin() returns trigger language plpgsql as $$ begin
          if exists (select from was where 'admin' = any (roles) and disabled_at is null)
            and not exists (select from staff where 'admin' = any (roles) and disabled_at is null) then
            raise exception 'an admin who may sign in must be left' using errcode = 'check_violation';
          end if;
          return null;
        end $$;
      create trigger staff_admin_is_left after update on staff referencing old table as was
        for each statement execute function staff_keep_an_admin();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
