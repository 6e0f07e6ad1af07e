import { anOrder, PAID_AT } from '../order/order.builder.js';
import { sendAgain } from './send-again.act.js';

const input = { deliveryId: 'd', at: PAID_AT };

describe('sending an email again', () => {
  it('ends a bounce and what asked for it', () => {
    expect(sendAgain.decide(anOrder(), input, undefined)).toMatchObject({
      kind: 'done',
      blockers: { end: [{ kind: 'bounce' }] },
      settles: ['delivery_bounced', 'delivery_failed', 'delivery_unknown'],
    });
  });

  it('is refused once the data are erased', () => {
    expect(sendAgain.decide(anOrder({ erasedAt: PAID_AT }), input, undefined)).toMatchObject({
      kind: 'refused',
    });
  });
});
