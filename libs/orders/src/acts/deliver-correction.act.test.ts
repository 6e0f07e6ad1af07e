import { newId } from '@app/kernel';
import { aCorrection } from '../correction/correction.builder.js';
import { anOrder } from '../order/order.builder.js';
import { deliverCorrection } from './deliver-correction.act.js';

const open = aCorrection({ decision: 'redraft' });
const promiseAt = open.promiseAt ?? new Date(0);

describe('a corrected version that has arrived', () => {
  it.each([
    [promiseAt, true],
    [new Date(promiseAt.getTime() + 1), false],
  ])('settles its correction, and says whether it came in time', (at, inTime) => {
    expect(deliverCorrection.decide(anOrder(), { correctionId: open.id, at }, open)).toEqual({
      kind: 'done',
      correction: { id: open.id, change: { settledAt: at } },
      settles: ['correction_asked', 'correction_at_risk', 'correction_late'],
      events: [{ name: 'correction_delivered', at, data: { inTime } }],
    });
  });

  it('sent again settles nothing', () => {
    const input = { correctionId: newId(), at: promiseAt };
    for (const other of [open, null])
      expect(deliverCorrection.decide(anOrder(), input, other)).toEqual({ kind: 'already' });
  });
});
