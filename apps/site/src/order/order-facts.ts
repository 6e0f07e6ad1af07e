import type { BlockerKind, Order, StartChoice } from '@app/orders';
import type { MoneyState } from '@app/payments';
import type { Progress } from './order-progress.js';

/** How paying stands, see `CheckoutService.payPageState`. */
export type PayPageState = 'none' | 'open' | 'pending' | 'failed' | 'expired' | 'paid';

export interface OrderFacts {
  readonly order: Order;
  readonly payPage: PayPageState;
  /** What a bank that is still deciding pays for; it counts, even if the form was sent again since. */
  readonly payingFor?: StartChoice;
  readonly progress: Progress;
  /** Where the money is. */
  readonly money: MoneyState;
  /** What forbids sending anything now. */
  readonly blockers: readonly BlockerKind[];
  readonly now: Date;
  /** The customer has just come back from the pay page. */
  readonly confirming: boolean;
}
