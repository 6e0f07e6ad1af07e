import { type Correction, openCorrection } from '../correction/corrections.store.js';
import { type OrderAct } from './act.js';

/** Staff answer a request for a correction by a letter, without a change. The words stay with the email. */
export const answerCorrection: OrderAct<{ readonly at: Date }, Correction | null> = {
  name: 'order.correction_answered',
  look: (manager, { id }) => openCorrection(manager, id),
  decide: (_order, { at }, open) =>
    open?.decision === null
      ? {
          kind: 'done',
          correction: { id: open.id, change: { decision: 'answer', decidedAt: at, settledAt: at } },
          settles: ['correction_asked', 'correction_at_risk', 'correction_late'],
          events: [{ name: 'correction_answered', at }],
        }
      : {
          kind: 'refused',
          code: 'correction_unknown',
          why: open
            ? 'The blueprint is being made again for this correction, so it is answered by that.'
            : 'No correction is asked for at the moment.',
        },
};
