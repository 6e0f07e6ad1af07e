import { type CronItem, parseCronItem } from 'graphile-worker';
import { DomainError } from '@app/kernel';
import type { JobDefinition } from './job-definition.js';
import type { ScheduledTick } from './scheduled-tick.js';

/** Work that repeats: a job on a cron pattern, in UTC. */
export interface Schedule {
  readonly pattern: string;
  readonly job: JobDefinition<ScheduledTick>;
}

const MINUTE_MS = 60_000;
/** Two ticks of a monthly pattern lie within any 63 days; rarer ones we have not. */
const MINUTES_LOOKED_AT = 63 * 24 * 60;

const intervals = new Map<string, number>();

/**
 * The longest time between two ticks of a cron pattern, in seconds. Looked for once: a worker asks for each of its patterns twice.
 * @throws DomainError `schedule_too_rare` when it ticks less than once a month.
 */
export function longestInterval(pattern: string): number {
  const known = intervals.get(pattern) ?? lookForInterval(pattern);
  intervals.set(pattern, known);
  return known;
}

function lookForInterval(pattern: string): number {
  const { match } = parseCronItem({ task: 'any', match: pattern });
  let last: number | undefined;
  let longest = 0;
  for (let minute = 0; minute < MINUTES_LOOKED_AT; minute += 1) {
    const at = new Date(minute * MINUTE_MS);
    const ticks = match({
      min: at.getUTCMinutes(),
      hour: at.getUTCHours(),
      date: at.getUTCDate(),
      month: at.getUTCMonth() + 1,
      dow: at.getUTCDay(),
    });
    if (!ticks) continue;
    if (last !== undefined) longest = Math.max(longest, minute - last);
    last = minute;
  }
  if (longest === 0)
    throw new DomainError('schedule_too_rare', `The pattern ${pattern} ticks less than once a month.`);
  return longest * 60;
}

/**
 * What graphile-worker is told of a schedule. The period to make up for is one interval, so the last tick missed during a restart or an
 * outage runs at the next start. The key lets one tick wait at most: after an outage a sweep runs once, not once for each tick it missed,
 * and a tick that failed for good gives way to the next.
 */
export const cronItem = ({ pattern, job }: Schedule): CronItem => ({
  task: job.name,
  match: pattern,
  identifier: job.name,
  options: {
    maxAttempts: job.maxAttempts,
    backfillPeriod: longestInterval(pattern) * 1_000 + MINUTE_MS,
    jobKey: `schedule:${job.name}`,
    jobKeyMode: 'replace',
  },
});
