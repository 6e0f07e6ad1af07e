import { type Correction, openCorrection } from '../correction/corrections.store.js';
import { ALREADY, type OrderAct } from './act.js';

export interface DeliveredCorrection {
  readonly correctionId: string;
  readonly at: Date;
}

/** The corrected version has reached the customer's mail server. */
export const deliverCorrection: OrderAct<DeliveredCorrection, Correction | null> = {
  name: 'order.correction_delivered',
  look: (manager, { id }) => openCorrection(manager, id),
  decide: (_order, { correctionId, at }, open) =>
    open?.id !== correctionId
      ? ALREADY
      : {
          kind: 'done',
          correction: { id: open.id, change: { settledAt: at } },
          settles: ['correction_asked', 'correction_at_risk', 'correction_late'],
          events: [
            {
              name: 'correction_delivered',
              at,
              data: { inTime: open.promiseAt === null ? null : at <= open.promiseAt },
            },
          ],
        },
};
