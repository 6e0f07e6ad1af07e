import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import { pause } from './pause.act.js';

const running = anOrder({ promiseAt: new Date('2026-11-26T18:00:00Z') });
const asked = { reason: 'No job title given', message: 'What is your job called?', at: PAID_AT };

describe('pausing', () => {
  it('binds the order and asks the customer', () => {
    const verdict = pause.decide(running, asked, [{ kind: 'hold' } as OrderBlocker]);
    expect(verdict).toMatchObject({
      kind: 'done',
      blockers: { raise: [{ kind: 'pause', reason: 'No job title given' }] },
      jobs: [{ payload: { orderId: running.id, message: 'What is your job called?' } }],
    });
  });

  it('needs a reason, a message, and a clock that runs; a second pause is none', () => {
    expect(pause.decide(running, { ...asked, message: ' ' }, [])).toMatchObject({ code: 'reason_missing' });
    expect(pause.decide(running, { ...asked, reason: '' }, [])).toMatchObject({ code: 'reason_missing' });
    expect(pause.decide(anOrder(), asked, [])).toMatchObject({ code: 'order_transition_refused' });
    expect(pause.decide({ ...running, deliveredAt: PAID_AT }, asked, [])).toMatchObject({ kind: 'refused' });
    expect(pause.decide(running, asked, [{ kind: 'pause' } as OrderBlocker])).toEqual({ kind: 'already' });
  });
});
