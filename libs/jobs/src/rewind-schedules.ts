import type { Query } from './schedule-heartbeats.js';

/** Forgets what schedules have done, so that the next worker to start runs each once, as after an outage. */
export async function rewindSchedules(query: Query, names: readonly string[]): Promise<void> {
  await query(
    `insert into graphile_worker._private_known_crontabs (identifier, known_since)
     select name, now() - interval '1 year' from unnest($1::text[]) as schedule (name)
     on conflict (identifier) do update set known_since = excluded.known_since, last_execution = null`,
    [names],
  );
}
