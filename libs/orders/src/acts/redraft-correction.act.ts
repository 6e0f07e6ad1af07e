import { LONGEST_ANSWER } from '../correction/correction-kinds.js';
import { type Correction, openCorrection } from '../correction/corrections.store.js';
import { customerNameProblem, tidyParagraphs, tidyText } from '../order/customer-details.js';
import { draftBlueprint } from '../order/order-job-definitions.js';
import { ALREADY, followUp, type OrderAct, type Refusal } from './act.js';

export interface Redraft {
  /** The name on the cover from now on. */
  readonly name: string;
  /** What is put right, in words for the customer. */
  readonly answer: string;
  readonly at: Date;
}

const refused = (code: string, why: string): Refusal => ({ kind: 'refused', code, why });

/** The customer is right: the blueprint is made again, reviewed again and delivered again. */
export const redraftCorrection: OrderAct<Redraft, Correction | null> = {
  name: 'order.correction_taken_up',
  look: (manager, { id }) => openCorrection(manager, id),
  decide: (order, { name, answer: typed, at }, open) => {
    if (!open) return refused('correction_unknown', 'No correction is asked for at the moment.');
    if (open.decision === 'redraft') return ALREADY;
    const customerName = tidyText(name);
    const problem = customerNameProblem(customerName);
    if (problem) return refused('order_details_invalid', problem);
    const answer = tidyParagraphs(typed);
    if (answer === '' || answer.length > LONGEST_ANSWER)
      return refused(
        'reason_missing',
        `Say what is put right, in at most ${LONGEST_ANSWER} characters; the customer reads it.`,
      );
    return {
      kind: 'done',
      ...(customerName !== order.customerName && { facts: { customerName } }),
      correction: { id: open.id, change: { decision: 'redraft', decidedAt: at, answer } },
      settles: ['correction_asked'],
      events: [{ name: 'correction_taken_up', at }],
      jobs: [followUp(draftBlueprint, { orderId: order.id }, { key: `draft-correction:${open.id}` })],
    };
  },
};
