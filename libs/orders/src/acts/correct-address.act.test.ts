import { anOrder, PAID_AT } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { correctAddress } from './correct-address.act.js';

const decide = (email: string, order: Partial<Order> = {}): Verdict =>
  correctAddress.decide(anOrder(order), { email, at: PAID_AT }, undefined);

describe('correcting an address', () => {
  it('ends the bounce and its task; the log does not hold the address', () => {
    const verdict = decide(' ada@example.org ');
    expect(verdict).toMatchObject({
      kind: 'done',
      facts: { customerEmail: 'ada@example.org' },
      blockers: { end: [{ kind: 'bounce' }] },
      settles: ['delivery_bounced'],
    });
    expect(JSON.stringify(verdict.kind === 'done' && verdict.events)).not.toContain('ada@');
  });

  it('is refused for what is no address, and before the order is paid', () => {
    expect(decide('ada@')).toMatchObject({ kind: 'refused', code: 'order_details_invalid' });
    expect(decide('ada@example.org', { paidAt: null })).toMatchObject({
      kind: 'refused',
      code: 'order_transition_refused',
    });
  });
});
