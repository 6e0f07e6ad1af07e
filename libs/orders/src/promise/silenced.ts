import type { BlockerKind } from '../blockers/blocker-kinds.js';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';

/** While one of these stands, nobody waits for the blueprint: the customer's clock stands, or the order is about to end. */
const SILENCING: readonly BlockerKind[] = [
  'pause',
  'cancellation_notice',
  'refund_in_full',
  'dispute',
  'fraud_warning',
];

/** Whether a customer is not to be told of a delay now. Trouble of our own, and an email that bounced, silences nothing. */
export const isSilenced = (blockers: readonly Pick<OrderBlocker, 'kind'>[]): boolean =>
  blockers.some(({ kind }) => SILENCING.includes(kind));
