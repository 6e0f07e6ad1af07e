import { Injectable } from '@nestjs/common';
import type { RefusalName } from './refusals.js';

/** What shall go wrong with an API call. `timeout` never begins the work; `timeout_after_success` does it and says nothing; a name is a refusal for good. */
export type FaultKind = number | 'timeout' | 'timeout_after_success' | 'slow' | RefusalName;

export interface Fault {
  /** The call's path begins with this, for instance `/v1/checkout/sessions`. */
  readonly path: string;
  readonly method?: string;
  readonly kind: FaultKind;
  /** Milliseconds of silence before the connection is cut, or before a slow call begins. */
  readonly holdMs: number;
}

/** Faults ordered by the control API, each used a number of times. */
@Injectable()
export class FaultPlan {
  private planned: (Fault & { left: number })[] = [];

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
  }
}
