import { Injectable } from '@nestjs/common';
import { SandboxOptions } from '../options.js';

/** How cruel the sandbox is to the webhook endpoint. Kept over a reset: `url`. */
export interface Switches {
  url: string | null;
  /** How often each event is sent at once; 1 is normal. */
  duplicate: number;
  /** Before the first attempt. */
  delayMs: number;
  /** Hold events for `reorderWindowMs` and send the last first. */
  reorder: boolean;
  reorderWindowMs: number;
  drop: boolean;
  /** How many of the coming events to drop. */
  dropNext: number;
  /** `stale` is signed an hour ago, `wrong` with another secret, `missing` not at all. */
  signature: 'valid' | 'wrong' | 'stale' | 'missing';
  /** Whether events say they come from live mode. */
  livemode: boolean;
  attempts: number;
  retryMs: number;
  timeoutMs: number;
}

@Injectable()
export class WebhookSwitches {
  private current: Switches;

  constructor(private readonly options: SandboxOptions) {
    this.current = this.defaults(options.webhookUrl ?? null);
  }

  get(): Readonly<Switches> {
    return this.current;
  }

  set(change: Partial<Switches>): Readonly<Switches> {
    this.current = { ...this.current, ...change };
    return this.current;
  }

  /** True when the next event shall be dropped; counts `dropNext` down. */
  takeDrop(): boolean {
    if (this.current.drop) return true;
    if (this.current.dropNext <= 0) return false;
    this.current = { ...this.current, dropNext: this.current.dropNext - 1 };
    return true;
  }

  /** Back to kindness; the address stays. */
  reset(): void {
    this.current = this.defaults(this.current.url);
  }

  private defaults(url: string | null): Switches {
    return {
      url,
      duplicate: 1,
      delayMs: 0,
      reorder: false,
      reorderWindowMs: 300,
      drop: false,
      dropNext: 0,
      signature: 'valid',
      livemode: false,
      attempts: this.options.webhookAttempts,
      retryMs: this.options.webhookRetryMs,
      timeoutMs: this.options.webhookTimeoutMs,
    };
  }
}
