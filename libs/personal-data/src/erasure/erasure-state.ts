import type { Order } from '@app/orders';

/** Why an order's answers and blueprint cannot be erased just now. */
export type ErasureRefusal = 'waiting_for_payment' | 'work_in_progress' | 'correction' | 'dispute';

/** Whether a customer may have their answers and blueprint erased. */
export type ErasureState =
  | { readonly kind: 'possible' }
  | { readonly kind: 'erased'; readonly at: Date }
  | { readonly kind: 'refused'; readonly why: ErasureRefusal };

/** What else is known of an order. */
export interface ErasureFacts {
  /** A version is being written, or lies before a reviewer. */
  readonly underWay: boolean;
  /** A bank has been asked to decide about the payment, and has not yet. */
  readonly disputeOpen: boolean;
}

/** A pure function of what is on record. */
export function erasureState(
  { state, deliveredAt, erasedAt }: Pick<Order, 'state' | 'deliveredAt' | 'erasedAt'>,
  { underWay, disputeOpen }: ErasureFacts,
): ErasureState {
  if (erasedAt) return { kind: 'erased', at: erasedAt };
  if (state === 'awaiting_payment') return { kind: 'refused', why: 'waiting_for_payment' };
  if (disputeOpen) return { kind: 'refused', why: 'dispute' };
  if (state === 'paid' && !deliveredAt) return { kind: 'refused', why: 'work_in_progress' };
  if (state === 'paid' && underWay) return { kind: 'refused', why: 'correction' };
  return { kind: 'possible' };
}
