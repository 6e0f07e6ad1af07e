import { pence } from '@app/kernel';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { amend, type Corrected } from './amend.act.js';

const { customerName, customerEmail, startChoice, occupationTitle } = anOrder();
const same: Corrected = {
  customerName,
  customerEmail,
  startChoice,
  occupationTitle,
  pricePence: pence(4900),
};
const decide = (changes: Partial<Corrected>, order: Partial<Order> = {}): Verdict =>
  amend.decide(
    anOrder({ state: 'awaiting_payment', ...order }),
    { corrected: { ...same, ...changes }, consents: [], at: PAID_AT },
    undefined,
  );

describe('putting an order right', () => {
  it('takes over what was corrected; the log names the fields and not what stood in them', () => {
    const verdict = decide({ customerEmail: 'ada@example.org' });
    expect(verdict).toMatchObject({
      facts: { customerEmail: 'ada@example.org' },
      events: [{ name: 'amended', data: { changed: ['customerEmail'] } }],
    });
    expect(verdict).not.toHaveProperty('consents');
  });

  it('with another choice of start replaces the consents', () => {
    expect(decide({ startChoice: 'start_after_cancellation_period' })).toMatchObject({ consents: [] });
  });

  it('that changes nothing leaves no line', () => {
    expect(decide({})).toEqual({ kind: 'already' });
  });

  it('is refused once it is paid', () => {
    expect(decide({ customerName: 'Ada King' }, { state: 'paid' })).toMatchObject({
      kind: 'refused',
      code: 'order_form_used',
    });
  });
});
