import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import type { Clock } from '@app/kernel';

/** What the adapter takes from outside, so that tests neither sleep nor guess. */
export interface OutsideWorld {
  readonly clock: Clock;
  /** Waits so many milliseconds; ends at once, by throwing, when the signal says stop. */
  readonly wait: (milliseconds: number, stop: AbortSignal) => Promise<void>;
  /** Evenly spread in [0, 1): keeps processes that failed together from trying again together. */
  readonly jitter: () => number;
  readonly log: Pick<LoggerService, 'warn'>;
}

const STEPS = 1_000_000;

/** The real waiting and the real chance. */
export const realWorld: Pick<OutsideWorld, 'wait' | 'jitter'> = {
  wait: (milliseconds, signal) => pause(milliseconds, undefined, { signal }),
  jitter: () => randomInt(STEPS) / STEPS,
};
