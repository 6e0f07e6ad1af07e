import { promiseFor, unlessExhausted } from '@app/kernel';
import { type CorrectionAbout, correctableUntil, LONGEST_REQUEST } from '../correction/correction-kinds.js';
import { type Correction, openCorrection } from '../correction/corrections.store.js';
import { currentBlockers } from '../blockers/order-blockers.store.js';
import { tidyParagraphs } from '../order/customer-details.js';
import { tellCorrectionAsked } from '../order/order-job-definitions.js';
import { ALREADY, followUp, type OrderAct, type Refusal } from './act.js';

export interface AskedFor {
  /** Names the form it was written in. */
  readonly id: string;
  readonly about: CorrectionAbout;
  readonly words: string;
  /** `CORRECTION_DAYS`. */
  readonly days: number;
  readonly at: Date;
}

interface Known {
  readonly open: Correction | null;
  readonly blocked: boolean;
}

const refused = (code: string, why: string): Refusal => ({ kind: 'refused', code, why });

/**
 * The customer says what is wrong in their blueprint. Free, one at a time, and with a promise of its own by the one function behind every due
 * time; past the end of the calendar without one.
 */
export const askCorrection: OrderAct<AskedFor, Known> = {
  name: 'order.correction_asked',
  look: async (manager, { id }) => ({
    open: await openCorrection(manager, id),
    blocked: (await currentBlockers(manager, [id])).length > 0,
  }),
  decide: (order, { id, about, words: typed, days, at }, { open, blocked }) => {
    const { reference, state, deliveredAt, erasedAt } = order;
    if (open?.id === id) return ALREADY;
    if (state !== 'paid' || !deliveredAt || erasedAt)
      return refused(
        'correction_impossible',
        'There is no delivered blueprint here that could be corrected.',
      );
    if (open)
      return refused(
        'correction_open',
        'You have asked for a correction already, and we are working on it. When it is settled you can ask for another.',
      );
    if (at > (correctableUntil(order, days) ?? at))
      return refused(
        'correction_too_late',
        `A correction can be asked for here for ${days} days after delivery. Please write to us instead.`,
      );
    if (blocked)
      return refused(
        'order_blocked',
        'Something else about this order has to be settled first. Please write to us about it.',
      );
    const words = tidyParagraphs(typed);
    if (words === '' || words.length > LONGEST_REQUEST)
      return refused('correction_invalid', `Say what is wrong in at most ${LONGEST_REQUEST} characters.`);
    const promise = unlessExhausted(() => promiseFor(at));
    return {
      kind: 'done',
      correction: {
        ask: {
          id,
          about,
          words,
          askedAt: at,
          targetAt: promise?.targetAt ?? null,
          promiseAt: promise?.promiseAt ?? null,
          calendarVersion: promise?.calendarVersion ?? null,
          policyVersion: promise?.policyVersion ?? null,
        },
      },
      events: [{ name: 'correction_asked', at, data: { about, promiseAt: promise?.promiseAt ?? null } }],
      jobs: [
        followUp(
          tellCorrectionAsked,
          { orderId: order.id, correctionId: id },
          { key: `tell-correction-asked:${id}` },
        ),
      ],
      tasks: [
        {
          kind: 'correction_asked',
          subject: id,
          orderId: order.id,
          summary: `The customer of order ${reference} asks for a correction of their blueprint. What is wrong stands on the order’s page.`,
        },
      ],
    };
  },
};
