import { Injectable } from '@nestjs/common';
import type { RefusalName } from './refusals.js';

export const FAULT_WORDS = [
  'timeout',
  'timeout_after_success',
  'error_after_success',
  'slow',
  'held',
] as const;

/**
 * What shall go wrong with an API call. `timeout` never begins the work; `timeout_after_success` does it and says nothing, `error_after_success`
 * does it and says 500; `held` waits until it is released, for what others do meanwhile; a name is a refusal for good.
 */
export type FaultKind = number | (typeof FAULT_WORDS)[number] | RefusalName;

export interface Fault {
  /** The call's path begins with this, for instance `/v1/checkout/sessions`. */
  readonly path: string;
  readonly method?: string;
  readonly kind: FaultKind;
  /** Milliseconds of silence before the connection is cut, or before a slow call begins. */
  readonly holdMs: number;
  /** The answer tells the SDK not to try again. */
  readonly final?: boolean;
}

/** Faults ordered by the control API, each used a number of times. */
@Injectable()
export class FaultPlan {
  private planned: (Fault & { left: number })[] = [];
  private readonly held: (() => void)[] = [];
  private readonly waiting: (() => void)[] = [];

  add(fault: Fault, times: number): void {
    this.planned.push({ ...fault, left: times });
  }

  /** The fault for this call, which uses it up. */
  take(method: string, path: string): Fault | undefined {
    const found = this.planned.find(
      (fault) => path.startsWith(fault.path) && (fault.method ?? method) === method,
    );
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.planned = this.planned.filter((fault) => fault !== found);
    return found;
  }

  clear(): void {
    this.planned = [];
    this.release();
  }

  /** Resolves when this call is released. */
  hold(): Promise<void> {
    return new Promise((go) => {
      this.held.push(go);
      for (const noticed of this.waiting.splice(0)) noticed();
    });
  }

  /** Resolves when a call is held. */
  async holding(): Promise<void> {
    if (this.held.length === 0) await new Promise<void>((noticed) => this.waiting.push(noticed));
  }

  release(): void {
    for (const go of this.held.splice(0)) go();
  }
}
