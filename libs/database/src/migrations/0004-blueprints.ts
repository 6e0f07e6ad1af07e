import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Blueprints: the stored snapshot and the rendered file. */
export class Blueprints1795500000004 implements MigrationInterface {
  readonly name = 'Blueprints1795500000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table blueprints (
        id uuid primary key,
        order_id uuid not null references orders (id),
        version integer not null check (version >= 1),
        state text not null check (state in ('drafted', 'rendered', 'superseded')),
        snapshot jsonb not null,
        template_version text not null,
        catalogue_version text not null,
        model_version text not null,
        check_code text not null unique,
        pdf bytea,
        pdf_sha256 char(64),
        pdf_pages integer,
        calendar_file text,
        drafted_at timestamptz not null,
        rendered_at timestamptz,
        superseded_at timestamptz,
        unique (order_id, version),
        unique (id, pdf_sha256),
        check ((pdf is null) = (pdf_sha256 is null)),
        check (state <> 'rendered' or pdf is not null)
      );
      create unique index blueprints_one_current on blueprints (order_id) where state <> 'superseded';
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
