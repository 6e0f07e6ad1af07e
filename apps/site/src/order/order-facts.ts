import type { BlockerKind, Order } from '@app/orders';
import type { Progress } from './order-progress.js';

/** How paying stands, see `CheckoutService.standing`. */
export type Standing = 'none' | 'open' | 'pending' | 'failed' | 'expired' | 'paid';

export interface OrderFacts {
  readonly order: Order;
  readonly standing: Standing;
  readonly progress: Progress;
  /** What forbids sending anything now. */
  readonly blockers: readonly BlockerKind[];
  readonly now: Date;
  /** The customer has just come back from the pay page. */
  readonly confirming: boolean;
}
