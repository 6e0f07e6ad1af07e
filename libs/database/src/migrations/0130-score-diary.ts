import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Scores a person was given before the one they have now, each with where the change to the next one came from. What it was worked out from
 * is kept of the newest only: the ones before will never be compared again.
 */
export class ScoreDiary1795500000130 implements MigrationInterface {
  readonly name = 'ScoreDiary1795500000130';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table diary_entries (
        id uuid primary key,
        assessment_id uuid not null references assessments (id) on delete cascade,
        completed_at timestamptz not null,
        score double precision not null check (score between 0 and 100),
        given jsonb,
        next_score double precision check (next_score between 0 and 100),
        you double precision,
        world double precision,
        method double precision,
        unique (assessment_id, completed_at),
        check (num_nulls(next_score, you, world, method) in (0, 4)),
        constraint diary_entries_add_up check (abs(next_score - score - you - world - method) < 0.000001)
      );
      create unique index diary_entries_one_newest on diary_entries (assessment_id) where given is not null;
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
