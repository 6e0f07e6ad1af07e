import { newId, pence } from '@app/kernel';
import type { MadeChoice } from '../order/order-consents.store.js';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import type { OrderConsent } from '../order/order-consent.entity.js';
import type { Order, StartChoice } from '../order/order.entity.js';
import type { Verdict } from './act.js';
import { amend, type Corrected } from './amend.act.js';

const { customerName, customerEmail, occupationTitle } = anOrder();
const same: Corrected = { customerName, customerEmail, occupationTitle, pricePence: pence(4900) };

const consent = (wordingVersion: string): OrderConsent => ({
  id: newId(),
  orderId: newId(),
  choiceId: newId(),
  kind: 'right_ends_on_delivery',
  wording: 'w',
  wordingVersion,
  givenAt: PAID_AT,
  ipAddress: '192.0.2.1',
});
const made = (startChoice: StartChoice, ...consents: OrderConsent[]): MadeChoice => ({
  choice: { id: newId(), orderId: newId(), startChoice, madeAt: PAID_AT },
  consents,
});
const decide = (
  changes: Partial<Corrected>,
  choice = made('start_now', consent('1')),
  order: Partial<Order> = {},
): Verdict =>
  amend.decide(
    anOrder({ state: 'awaiting_payment', ...order }),
    { corrected: { ...same, ...changes }, made: choice, at: PAID_AT },
    [consent('1')],
  );

describe('putting an order right', () => {
  it('takes over what was corrected; the log names the fields and not what stood in them', () => {
    const verdict = decide({ customerEmail: 'ada@example.org' });
    expect(verdict).toMatchObject({
      kind: 'done',
      facts: { customerEmail: 'ada@example.org' },
      events: [{ name: 'amended', data: { changed: ['customerEmail'] } }],
    });
    expect(verdict).not.toHaveProperty('choice');
  });

  it.each([
    ['another start', made('start_after_cancellation_period')],
    ['another start in the same words', made('start_after_cancellation_period', consent('1'))],
    ['the same start, agreed to in newer words', made('start_now', consent('2'))],
  ])('with %s adds a choice, which is in force', (_what, choice) => {
    const { id: choiceId, startChoice } = choice.choice;
    expect(decide({}, choice)).toMatchObject({
      choice,
      facts: { choiceId, startChoice },
      events: [{ data: { changed: ['choice'], choiceId, startChoice } }],
    });
  });

  it('that changes nothing leaves no line, in whatever order it was agreed to', () => {
    expect(decide({})).toEqual({ kind: 'already' });
    const corrected = { corrected: same, made: made('start_now', consent('1'), consent('2')), at: PAID_AT };
    expect(
      amend.decide(anOrder({ state: 'awaiting_payment' }), corrected, [consent('2'), consent('1')]),
    ).toEqual({ kind: 'already' });
  });

  it('is refused once it is paid', () => {
    expect(decide({ customerName: 'Ada King' }, undefined, { state: 'paid' })).toMatchObject({
      kind: 'refused',
      code: 'order_form_used',
    });
  });
});
