import { formatPence } from '@app/kernel';
import type { Order } from '@app/orders';
import type { SessionFacts } from './session-facts.js';

/** Why a payment does not fit: the kind of task it becomes, and a sentence for staff. */
export interface Misfit {
  readonly kind:
    'payment_unknown_order' | 'payment_wrong_mode' | 'payment_wrong_currency' | 'payment_wrong_amount';
  readonly why: string;
}

/** Whether money fits the order it names; undefined when it does. Whether the order can still be paid is the order's own question. */
export function paymentMisfit(
  facts: SessionFacts,
  order: Order | null,
  expectedPence: number,
  livemode: boolean,
): Misfit | undefined {
  if (!order) return { kind: 'payment_unknown_order', why: 'names no order that we have' };
  if (facts.livemode !== livemode) {
    return { kind: 'payment_wrong_mode', why: `was made in ${facts.livemode ? 'live' : 'test'} mode` };
  }
  if (facts.currency !== order.currency)
    return { kind: 'payment_wrong_currency', why: `is in ${facts.currency.toUpperCase()}` };
  const discounted = facts.discount > 0 && facts.promotionCodesAllowed;
  const expectedTotal = expectedPence - (discounted ? facts.discount : 0);
  if (facts.subtotal !== expectedPence || facts.total !== expectedTotal) {
    return {
      kind: 'payment_wrong_amount',
      why: `is ${amountInWords(facts)} and the order asks for ${formatPence(order.pricePence)}`,
    };
  }
  return undefined;
}

/** "£49", or "49.00 EUR" for money that is not ours to format. */
export const amountInWords = ({ total, currency }: Pick<SessionFacts, 'total' | 'currency'>): string =>
  currency === 'gbp' ? formatPence(total) : `${(total / 100).toFixed(2)} ${currency.toUpperCase()}`;
