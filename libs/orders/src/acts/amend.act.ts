import type { OrderConsent } from '../order/order-consent.entity.js';
import type { Order } from '../order/order.entity.js';
import { ALREADY, defineAct } from './act.js';

/** What a customer may still put right before paying. */
export type Corrected = Pick<
  Order,
  'customerName' | 'customerEmail' | 'startChoice' | 'occupationTitle' | 'pricePence'
>;

export interface Amendment {
  readonly corrected: Corrected;
  /** What the customer agrees to with the choice they make now. */
  readonly consents: readonly OrderConsent[];
  readonly at: Date;
}

/** Somebody went back to put their address right or to choose again; until it is paid, the last word counts. */
export const amend = defineAct<Amendment>('order.amended', (order, { corrected, consents, at }) => {
  const changed = (Object.keys(corrected) as (keyof Corrected)[]).filter(
    (field) => order[field] !== corrected[field],
  );
  if (changed.length === 0) return ALREADY;
  if (order.state !== 'awaiting_payment')
    return {
      kind: 'refused',
      code: 'order_form_used',
      why: 'the order does not wait for a payment any more',
    };
  return {
    kind: 'done',
    facts: corrected,
    ...(changed.includes('startChoice') && { consents }),
    events: [{ name: 'amended', at, data: { changed } }],
  };
});
