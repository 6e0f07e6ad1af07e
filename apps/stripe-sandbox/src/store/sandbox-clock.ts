import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SandboxOptions } from '../options.js';
import { apiRequest } from './request-context.js';

interface Planned {
  readonly at: number;
  readonly run: () => void;
}

/** The longest delay a Node timer holds without overflowing. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The sandbox's time and everything planned for later. Advancing it, as Stripe's test clocks do, runs what falls due. */
@Injectable()
export class SandboxClock implements OnApplicationShutdown {
  private offset = 0;
  private readonly planned = new Map<string, Planned>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: SandboxOptions) {}

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + this.offset;
  }

  /** Seconds since 1970, as Stripe's timestamps are. */
  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  /** Plans `run` for the moment `at` (milliseconds); a later plan under the same key replaces the earlier one. */
  plan(key: string, at: number, run: () => void): void {
    this.planned.set(key, { at, run });
    this.arm();
  }

  forget(key: string): void {
    this.planned.delete(key);
  }

  forgetAll(): void {
    this.planned.clear();
  }

  /** Moves time forward and runs what has fallen due, in order of its time. */
  advance(milliseconds: number): void {
    this.offset += milliseconds;
    this.runDue();
  }

  onApplicationShutdown(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.planned.clear();
  }

  private runDue(): void {
    const due = [...this.planned]
      .filter(([, { at }]) => at <= this.now())
      .sort(([, a], [, b]) => a.at - b.at);
    for (const [key, plan] of due) {
      // What ran before may have replaced or forgotten this one.
      if (this.planned.get(key) !== plan) continue;
      this.planned.delete(key);
      plan.run();
    }
    this.arm();
  }

  private arm(): void {
    clearTimeout(this.timer);
    if (this.closed || this.planned.size === 0 || !this.options.timers) return;
    const next = Math.min(...[...this.planned.values()].map(({ at }) => at));
    const wait = Math.min(Math.max(0, next - this.now()), LONGEST_TIMER);
    // Outside the request that armed it: what happens later is nobody's API call.
    this.timer = apiRequest.exit(() => setTimeout(() => this.runDue(), wait));
  }
}
