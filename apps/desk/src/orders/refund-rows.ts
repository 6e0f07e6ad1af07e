import type { RefundDecision } from '@app/payments';
import { shortDayTime } from '@app/review';
import { staffName } from '../staff-name.js';

/** A refund that staff decided on, as the order's page shows it. */
export interface RefundRow {
  readonly id: string;
  readonly amount: number;
  readonly reason: string;
  readonly asked: string;
  readonly by: string;
  /** Paid another way, not at Stripe. */
  readonly otherwise: boolean;
  readonly state: 'waits' | 'declined' | 'decided' | 'refused by Stripe' | 'at Stripe' | 'paid another way';
  readonly second: string;
  /** Whoever asked for it cannot confirm it. */
  readonly mine: boolean;
}

export const refundRows = (
  decisions: readonly RefundDecision[],
  names: ReadonlyMap<string, string>,
  staffId: string,
): RefundRow[] =>
  decisions.map((one) => ({
    id: one.id,
    amount: one.amountPence,
    reason: one.reason,
    otherwise: one.otherwise,
    asked: shortDayTime(one.askedAt),
    by: staffName(names, one.askedBy) || 'by itself',
    state: stateOf(one),
    second: staffName(names, one.confirmedBy),
    mine: one.askedBy === staffId,
  }));

function stateOf({
  declinedAt,
  refusedAt,
  paidBackAt,
  needsSecond,
  confirmedAt,
  otherwise,
}: RefundDecision): RefundRow['state'] {
  if (declinedAt) return 'declined';
  if (refusedAt) return 'refused by Stripe';
  if (paidBackAt) return otherwise ? 'paid another way' : 'at Stripe';
  return needsSecond && !confirmedAt ? 'waits' : 'decided';
}
