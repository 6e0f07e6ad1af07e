import { until } from '../../apps/cli/src/journey/until.js';
import { type Customer, Shop } from '../support/payments/shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop?.close());

interface Consent extends Record<string, unknown> {
  readonly start: string;
  readonly kind: string | null;
}
/** Every choice on record with its consents, oldest first. */
const evidence = (orderId: string): Promise<Record<string, unknown>[]> =>
  shop.query(
    `select c.id, c.start_choice as start, c.made_at, n.id as consent, n.kind, n.wording_version, n.given_at, n.ip_address
     from order_choices c left join order_consents n on n.choice_id = c.id where c.order_id = $1 order by c.made_at, n.kind`,
    [orderId],
  );
const starts = (rows: readonly Record<string, unknown>[]): unknown[] =>
  (rows as Consent[]).map(({ start, kind }) => [start, kind]);
const NOW = [
  ['start_now', 'right_ends_on_delivery'],
  ['start_now', 'start_in_cancellation_period'],
];
const WAIT = [['start_after_cancellation_period', null]];

async function bankPays(person: Customer, session: string): Promise<void> {
  await shop.control(`async/${session}/succeed`);
  await until('the news of it', async () => {
    await shop.work();
    return (await person.order()).state === 'paid' ? true : undefined;
  });
}
const sessionOf = async (orderId: string): Promise<string> => {
  const [row] = await shop.query(
    'select session_id from checkout_sessions where order_id = $1 order by attempt desc limit 1',
    [orderId],
  );
  return String(row?.['session_id']);
};
const later = (): void => shop.clock.advance(60_000);

describe('consents that a bank is paying for', () => {
  it('stay when the form is sent again with the other choice, and the choice that was paid for counts', async () => {
    const ada = await shop.customer();
    await ada.sendOrder();
    await ada.pay({ method: 'bank_succeeds_later' });
    const order = await ada.order();
    const session = await sessionOf(order.id);
    const given = await evidence(order.id);
    expect(starts(given)).toEqual(NOW);

    later();
    await ada.sendOrder({ start: 'start_after_cancellation_period', consent_start: '', consent_end: '' });
    expect(ada.here.text).toContain('Your bank is confirming the payment');
    expect(ada.here.text).toContain('What you chose when you paid counts: we start at once.');
    const both = await evidence(order.id);
    expect(both.slice(0, 2)).toEqual(given);
    expect(starts(both)).toEqual([...NOW, ...WAIT]);

    await bankPays(ada, session);
    expect(await ada.order()).toMatchObject({ startChoice: 'start_now', choiceId: given[0]?.['id'] });
    expect(await evidence(order.id)).toEqual(both);
  });

  it('are not made up: who paid for the wait waits, although the form asked for the start afterwards', async () => {
    const ben = await shop.customer();
    await ben.sendOrder({ start: 'start_after_cancellation_period', consent_start: '', consent_end: '' });
    await ben.pay({ method: 'bank_succeeds_later' });
    const order = await ben.order();
    const session = await sessionOf(order.id);
    later();
    await ben.sendOrder();
    await bankPays(ben, session);
    const paid = await ben.order();
    expect(paid.startChoice).toBe('start_after_cancellation_period');
    expect(starts(await evidence(order.id))).toEqual([...WAIT, ...NOW]);
    // The clock waits for the end of the 14 days.
    expect(paid.clockStartedAt).toBeNull();
  });

  it('when the bank does not pay, the last choice is the one that the next payment is for', async () => {
    const cem = await shop.customer();
    await cem.sendOrder();
    await cem.pay({ method: 'bank_fails_later' });
    const order = await cem.order();
    const session = await sessionOf(order.id);
    later();
    await cem.sendOrder({ start: 'start_after_cancellation_period', consent_start: '', consent_end: '' });
    await shop.control(`async/${session}/fail`);
    await until('the failure to be known', async () => {
      await shop.work();
      const [row] = await shop.query('select state from checkout_sessions where session_id = $1', [session]);
      return row?.['state'] === 'failed' ? true : undefined;
    });
    await cem.open(`${shop.url}/order/new`);
    await cem.submit(
      {
        name: 'Cem',
        email: 'cem@example.com',
        start: 'start_after_cancellation_period',
      },
      { action: '/order/new' },
    );
    await cem.pay();
    expect(await cem.order()).toMatchObject({
      state: 'paid',
      startChoice: 'start_after_cancellation_period',
    });
  });

  it('a pay page that was opened for another choice is closed, so that nobody pays for what they no longer want', async () => {
    const dee = await shop.customer();
    await dee.sendOrder();
    const first = await sessionOf((await dee.order()).id);
    later();
    await dee.sendOrder({ start: 'start_after_cancellation_period', consent_start: '', consent_end: '' });
    const second = await sessionOf((await dee.order()).id);
    expect(second).not.toBe(first);
    const sessions = await shop.stripeList('checkout/sessions');
    expect(sessions.find(({ id }) => id === first)?.['status']).toBe('expired');
    await dee.pay();
    expect(await dee.order()).toMatchObject({
      state: 'paid',
      startChoice: 'start_after_cancellation_period',
    });
  });
});
