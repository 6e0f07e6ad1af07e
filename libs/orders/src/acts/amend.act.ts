import { consentsTo, type MadeChoice } from '../order/order-consents.store.js';
import type { OrderConsent } from '../order/order-consent.entity.js';
import type { Order } from '../order/order.entity.js';
import { ALREADY, type OrderAct } from './act.js';

/** What a customer may still put right before paying. */
export type Corrected = Pick<Order, 'customerName' | 'customerEmail' | 'occupationTitle' | 'pricePence'>;

export interface Amendment {
  readonly corrected: Corrected;
  /** What the customer chooses and agrees to now. */
  readonly made: MadeChoice;
  readonly at: Date;
}

/**
 * Somebody went back to put their address right or to choose again. Until it is paid the last word is in force; what was chosen and agreed to
 * before stays on record, because it may be what a bank is paying for. `Known`: the consents to the choice in force.
 */
export const amend: OrderAct<Amendment, readonly OrderConsent[]> = {
  name: 'order.amended',
  look: async (manager, { choiceId }) => (choiceId === null ? [] : await consentsTo(manager, choiceId)),
  decide: (order, { corrected, made, at }, known) => {
    const changed: string[] = (Object.keys(corrected) as (keyof Corrected)[]).filter(
      (field) => order[field] !== corrected[field],
    );
    const { id: choiceId, startChoice } = made.choice;
    const anew = order.startChoice !== startChoice || wordsOf(made.consents) !== wordsOf(known);
    if (anew) changed.push('choice');
    if (changed.length === 0) return ALREADY;
    if (order.state !== 'awaiting_payment')
      return {
        kind: 'refused',
        code: 'order_form_used',
        why: 'the order does not wait for a payment any more',
      };
    return {
      kind: 'done',
      facts: { ...corrected, ...(anew && { choiceId, startChoice }) },
      ...(anew && { choice: made }),
      events: [{ name: 'amended', at, data: { changed, ...(anew && { choiceId, startChoice }) } }],
    };
  },
};

/** Which words were agreed to. */
const wordsOf = (consents: readonly OrderConsent[]): string =>
  consents
    .map(({ kind, wordingVersion }) => `${kind} ${wordingVersion}`)
    .sort()
    .join();
