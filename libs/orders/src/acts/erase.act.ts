import { ALREADY, defineAct } from './act.js';

/** Whose wish an erasure is: the customer's, or that the time is over for which we keep it. */
export type ErasureReason = 'asked' | 'time_over';

/** Stands where the occupation stood; the column is never empty. */
const ERASED_TITLE = 'Erased';

/** The answers and the blueprint behind an order are gone; what says what they were about goes with them. The sale stays on record. */
export const erase = defineAct<{ readonly why: ErasureReason; readonly at: Date }>(
  'order.data_erased',
  (order, { why, at }) =>
    order.erasedAt
      ? ALREADY
      : {
          kind: 'done',
          facts: { erasedAt: at, occupationTitle: ERASED_TITLE },
          settles: ['correction_asked', 'correction_at_risk', 'correction_late'],
          events: [{ name: 'data_erased', at, data: { why } }],
        },
);
