import type { Customer } from './customers.js';
import type { World } from './world.js';

/** Something that must not be. */
export interface Finding {
  readonly day: string;
  readonly rule: string;
  readonly words: string;
}

export class Auditor {
  readonly findings: Finding[] = [];

  constructor(
    private readonly world: World,
    private readonly customers: readonly Customer[],
  ) {}

  async day(): Promise<void> {}

  async end(): Promise<void> {}

  counts(): Record<string, number> {
    return { customers: this.customers.length, emails: this.world.emails.length };
  }
}
