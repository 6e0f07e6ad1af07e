import type { TestCard } from './test-cards.js';

/** What the payer typed on the pay page, already checked. */
export interface Payer {
  readonly email: string;
  readonly name: string | null;
}

export interface CardDetails {
  readonly card: TestCard;
  /** 1–12. */
  readonly expMonth: number;
  /** Four digits. */
  readonly expYear: number;
}
