import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the figures of the desk need of each decided review, worked out once by the worker: asking the log, the blueprint and the order of every review
 * of a quarter took longer with each year. Nothing in it is about a person.
 */
export class ReviewFigures1795500000240 implements MigrationInterface {
  readonly name = 'ReviewFigures1795500000240';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table review_figures (
        review_id uuid primary key references reviews (id) on delete cascade,
        decided_at timestamptz not null,
        state text not null check (state in ('approved', 'returned')),
        first_approval boolean not null,
        as_drafted boolean not null,
        business_minutes real,
        touch_minutes real,
        template_version text not null,
        edits jsonb not null
      );
      create index review_figures_decided on review_figures (decided_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table review_figures');
  }
}
