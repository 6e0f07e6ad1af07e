import type { CircuitSettings } from './circuit.js';
import type { AllowanceSettings } from './request-allowance.js';

/** How the vacancies API is reached and how patient we are with it. Times in milliseconds. */
export interface AdzunaSettings {
  readonly url: string;
  readonly appId: string;
  readonly appKey: string;
  /** For one request, from connecting to the last byte. */
  readonly timeoutMs: number;
  /** For one question of ours with all its requests and waits: a reader is waiting for the page. */
  readonly patienceMs: number;
  /** Requests for one thing, the first included. */
  readonly attempts: number;
  /** The wait before the second; doubled for each further one. */
  readonly backOffMs: number;
  /** A longer wait than this is not worth it while a reader waits: the circuit rests instead. */
  readonly longestWaitMs: number;
  /** Largest answer read. A real one is a few kilobytes. */
  readonly largestBody: number;
  readonly circuit: CircuitSettings;
  readonly allowance: AllowanceSettings;
}

const MINUTE = 60_000;

export const ADZUNA_DEFAULTS: Omit<AdzunaSettings, 'url' | 'appId' | 'appKey'> = {
  timeoutMs: 3_000,
  patienceMs: 6_000,
  attempts: 3,
  backOffMs: 250,
  longestWaitMs: 2_000,
  largestBody: 256 * 1024,
  circuit: { failures: 4, restMs: 5 * MINUTE, longestRestMs: 60 * MINUTE },
  /** What Adzuna gives an account by default is 25 a minute and 2,500 a month. */
  allowance: { aMinute: 25, aDay: 80 },
};
