/** What is known of a schedule. */
export interface ScheduleHeartbeat {
  readonly name: string;
  /** The longest time between two of its ticks. */
  readonly intervalSeconds: number;
  readonly lastStarted: Date | null;
  readonly lastSucceeded: Date | null;
  /** The last attempt that failed, and its words. */
  readonly lastFailed: Date | null;
  readonly lastError: string | null;
  /** Attempts that failed since the schedule exists. */
  readonly failures: number;
  /** A tick has used up its attempts, and none has succeeded since. */
  readonly failing: boolean;
  /** Since its last success; before the first, since it is watched. */
  readonly quietSeconds: number;
}

/**
 * `waiting`: has never run, and is not late. `well`. `failing`: its last tick failed for good. `silent`: no success for too long.
 * `overdue`: the same, but whoever looks has only just started, and ticks missed during an outage may be running this moment.
 */
export type ScheduleState = 'waiting' | 'well' | 'failing' | 'silent' | 'overdue';

/** So many intervals may pass without a success, and then this time besides, in seconds. */
const INTERVALS = 3;
const GRACE = 300;

/** @param upSeconds how long the process that looks has been running. */
export function scheduleState(beat: ScheduleHeartbeat, upSeconds: number): ScheduleState {
  if (beat.failing) return 'failing';
  if (beat.quietSeconds > INTERVALS * beat.intervalSeconds + GRACE)
    return upSeconds > GRACE ? 'silent' : 'overdue';
  return beat.lastSucceeded === null ? 'waiting' : 'well';
}

/** Whether people must do something about it. */
export const isTrouble = (state: ScheduleState): state is 'failing' | 'silent' =>
  state === 'failing' || state === 'silent';

/** `300` → "5 minutes"; hours from two hours on, days from two days on. */
export function durationWords(seconds: number): string {
  const units: [number, string][] = [
    [86_400, 'day'],
    [3_600, 'hour'],
    [60, 'minute'],
  ];
  const [length, name] = units.find(([each]) => seconds >= 2 * each) ?? [60, 'minute'];
  const count = Math.max(1, Math.round(seconds / length));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
