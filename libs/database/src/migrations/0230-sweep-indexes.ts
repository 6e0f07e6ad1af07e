import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for what runs by itself every few minutes or nights, and for what is counted by week: each found what it looked for by reading a table
 * through that grows with the orders. Those that can are partial, over the few rows that are looked for, so that writing stays as quick as it was.
 */
export class SweepIndexes1795500000230 implements MigrationInterface {
  readonly name = 'SweepIndexes1795500000230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index stripe_events_in_full on stripe_events (handled_at) where payload <> '{}';
      create index refunds_by_making on refunds (created_at);
      create index refunds_under_way on refunds (created_at) where status in ('pending', 'requires_action');
      create index disputes_by_opening on disputes (opened_at);
      create index disputes_open on disputes (opened_at) where state = 'open';
      create index corrections_by_promise on corrections (promise_at);
      create index staff_tasks_closed on staff_tasks (kind, closed_at) where closed_at is not null;
      create index staff_tasks_by_kind on staff_tasks (kind, opened_at);
      create index rechecks_answered on rechecks (did, helped) where did is not null;
      create index deliveries_notices on deliveries (lower(recipient), created_at) where data ->> 'notice' is not null;
      create index audit_log_holds on audit_log (at) where action = 'review.held' and subject_kind = 'review';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop index stripe_events_in_full, refunds_by_making, refunds_under_way, disputes_by_opening, disputes_open, corrections_by_promise,
         staff_tasks_closed, staff_tasks_by_kind, rechecks_answered, deliveries_notices, audit_log_holds`,
    );
  }
}
