import { aCorrection } from '../correction/correction.builder.js';
import { anOrder, PAID_AT as at } from '../order/order.builder.js';
import { answerCorrection } from './answer-correction.act.js';

describe('answering a correction without a change', () => {
  it('settles it and its tasks', () => {
    const open = aCorrection();
    expect(answerCorrection.decide(anOrder(), { at }, open)).toEqual({
      kind: 'done',
      correction: { id: open.id, change: { decision: 'answer', decidedAt: at, settledAt: at } },
      settles: ['correction_asked', 'correction_at_risk', 'correction_late'],
      events: [{ name: 'correction_answered', at }],
    });
  });

  it.each([null, aCorrection({ decision: 'redraft', decidedAt: at })])(
    'is refused when none is asked for, or it is being made again',
    (open) => {
      expect(answerCorrection.decide(anOrder(), { at }, open)).toMatchObject({
        kind: 'refused',
        code: 'correction_unknown',
      });
    },
  );
});
