import type { Clock } from '@app/kernel';

export interface CircuitSettings {
  /** Failures in a row after which it rests. */
  readonly failures: number;
  /** The first rest; each further one without a success between is twice as long. */
  readonly restMs: number;
  readonly longestRestMs: number;
}

/** A day: however long the source asks us to stay away, we look again after this. */
const LONGEST_ASKED_REST_MS = 24 * 3600_000;

/**
 * Leaves a failing source alone. After some failures in a row nothing is asked for a while; then one question goes through, and its
 * outcome opens the way again or starts a longer rest. Without it every page view would wait for a source that is down.
 */
export class Circuit {
  private failures = 0;
  private rests = 0;
  private restUntil: number | null = null;
  private probing = false;

  constructor(
    private readonly clock: Clock,
    private readonly settings: CircuitSettings,
  ) {}

  /** True when a question may be asked now. Each true owes one {@link succeeded} or {@link failed}. */
  allows(): boolean {
    if (this.restUntil === null) return true;
    if (this.probing || this.clock.now().getTime() < this.restUntil) return false;
    this.probing = true;
    return true;
  }

  succeeded(): void {
    // A late answer to a question from before the rest does not end it.
    if (this.restUntil !== null && !this.probing) return;
    this.failures = 0;
    this.rests = 0;
    this.restUntil = null;
    this.probing = false;
  }

  /**
   * @param askedRestMs how long the source asked to be left alone, or 0
   * @returns true when this failure began a rest
   */
  failed(askedRestMs = 0): boolean {
    const resting = this.restUntil !== null && !this.probing;
    this.failures += 1;
    const rest = !resting && (this.probing || this.failures >= this.settings.failures);
    const own = rest
      ? Math.min(this.settings.restMs * 2 ** Math.min(this.rests, 20), this.settings.longestRestMs)
      : 0;
    const length = Math.max(own, Math.min(askedRestMs, LONGEST_ASKED_REST_MS));
    if (length === 0) return false;
    if (rest) this.rests += 1;
    this.failures = 0;
    this.probing = false;
    this.restUntil = Math.max(this.restUntil ?? 0, this.clock.now().getTime() + length);
    return !resting;
  }
}
