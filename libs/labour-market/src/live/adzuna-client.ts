import { answerOf } from './adzuna-answers.js';
import { adzunaRequest, type Endpoint } from './adzuna-request.js';
import type { AdzunaSettings } from './adzuna-settings.js';
import { Circuit } from './circuit.js';
import type { OutsideWorld } from './outside-world.js';
import { RequestAllowance } from './request-allowance.js';

/** A wrong key does not mend itself in minutes. */
const KEY_REFUSED_REST_MS = 3600_000;

/** Asks the API and tries again where that helps, with a circuit over all questions. */
export class AdzunaClient {
  private readonly circuit: Circuit;
  private readonly allowance: RequestAllowance;

  constructor(
    private readonly settings: AdzunaSettings,
    private readonly world: OutsideWorld,
  ) {
    this.circuit = new Circuit(world.clock, settings.circuit);
    this.allowance = new RequestAllowance(world.clock, settings.allowance);
  }

  /** True when the allowance of requests has room for so many. */
  hasRoomFor(requests: number): boolean {
    return this.allowance.hasRoomFor(requests);
  }

  /** The end of our patience with one question; share it between the requests of that question. */
  patience(): AbortSignal {
    return AbortSignal.timeout(this.settings.patienceMs);
  }

  /**
   * One checked answer. Tries again after 429, 5xx and broken connections, waiting as long as `Retry-After` says or a jittered, doubling
   * back-off, whichever is longer.
   *
   * @returns null when there is none now; why is in the log. Never throws
   */
  async ask<T extends object>(
    endpoint: Endpoint,
    kind: new () => T,
    parameters: Readonly<Record<string, string>>,
    patience: AbortSignal,
  ): Promise<T | null> {
    if (!this.circuit.allows()) return null;
    for (let attempt = 1; ; attempt += 1) {
      this.allowance.count();
      const outcome = await adzunaRequest(this.settings, this.world.clock, endpoint, parameters, patience);
      switch (outcome.kind) {
        case 'answered': {
          const answer = answerOf(kind, outcome.json);
          if (answer === null) return this.givenUp(endpoint, 'the answer has an unknown shape', 0);
          this.circuit.succeeded();
          return answer;
        }
        case 'refused': {
          if (outcome.because === 'ours') {
            this.circuit.succeeded();
            this.world.log.warn(`Vacancies API refused ${endpoint}: ${outcome.reason}.`);
            return null;
          }
          const rest = outcome.because === 'keyRefused' ? KEY_REFUSED_REST_MS : 0;
          return this.givenUp(endpoint, outcome.reason, rest);
        }
        case 'failed': {
          const asked = outcome.retryAfterMs ?? 0;
          const wait = Math.max(asked, this.backOff(attempt));
          const again =
            attempt < this.settings.attempts &&
            wait <= this.settings.longestWaitMs &&
            (await this.waited(wait, patience));
          if (!again) return this.givenUp(endpoint, outcome.reason, asked);
        }
      }
    }
  }

  /** Between half and all of the doubling step. */
  private backOff(attempt: number): number {
    return Math.round(this.settings.backOffMs * 2 ** (attempt - 1) * (0.5 + this.world.jitter() / 2));
  }

  /** @returns false when patience ended first */
  private async waited(milliseconds: number, patience: AbortSignal): Promise<boolean> {
    try {
      await this.world.wait(milliseconds, patience);
    } catch {
      // The wait only fails by being stopped.
    }
    return !patience.aborted;
  }

  private givenUp(endpoint: Endpoint, reason: string, askedRestMs: number): null {
    const rests = this.circuit.failed(askedRestMs);
    this.world.log.warn(
      `Vacancies API gave no ${endpoint}: ${reason}.${rests ? ' It is left alone for a while; pages show official figures.' : ''}`,
    );
    return null;
  }
}
