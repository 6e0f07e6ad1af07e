import type { ScheduleHeartbeat } from './schedule-state.js';

/** Runs SQL and returns the rows: a TypeORM manager, or a pool behind a few words. */
export type Query = (sql: string, parameters?: unknown[]) => Promise<unknown>;

/** The beat of every schedule, written by whichever worker runs it. The database's clock is the one that all processes share. */
export class ScheduleHeartbeats {
  constructor(private readonly query: Query) {}

  /** Makes the schedules of this start the ones that are watched. */
  async watch(
    schedules: readonly { readonly name: string; readonly intervalSeconds: number }[],
  ): Promise<void> {
    const names = schedules.map(({ name }) => name);
    await this.query(
      `insert into schedule_heartbeats as beat (name, interval_seconds, watched_since)
       select name, seconds, now() from unnest($1::text[], $2::integer[]) as schedule (name, seconds)
       on conflict (name) do update set interval_seconds = excluded.interval_seconds`,
      [names, schedules.map(({ intervalSeconds }) => intervalSeconds)],
    );
    await this.query('delete from schedule_heartbeats where name <> all ($1)', [names]);
  }

  async started(name: string): Promise<void> {
    await this.query('update schedule_heartbeats set last_started = now() where name = $1', [name]);
  }

  async succeeded(name: string): Promise<void> {
    await this.query(
      'update schedule_heartbeats set last_succeeded = now(), failing = false where name = $1',
      [name],
    );
  }

  /** @param forGood no attempt is left, so that only the next tick or a person can mend it. */
  async failed(name: string, words: string, forGood: boolean): Promise<void> {
    await this.query(
      `update schedule_heartbeats
       set last_failed = now(), last_error = $2, failures = failures + 1, failing = failing or $3 where name = $1`,
      [name, words, forGood],
    );
  }

  /** All, by name. */
  async all(): Promise<ScheduleHeartbeat[]> {
    return (await this.query(
      `select name, interval_seconds as "intervalSeconds", last_started as "lastStarted", last_succeeded as "lastSucceeded",
         last_failed as "lastFailed", last_error as "lastError", failures, failing,
         extract(epoch from now() - coalesce(last_succeeded, watched_since))::float8 as "quietSeconds"
       from schedule_heartbeats order by name`,
    )) as ScheduleHeartbeat[];
  }
}
