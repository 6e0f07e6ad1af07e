import { Reconciliation } from '@app/payments';
import { OrdersService } from '@app/orders';
import { until } from '../../apps/cli/src/journey/until.js';
import { Shop } from '../support/payments/shop.js';

let shop: Shop;

beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());
beforeEach(() => shop.control('reset'));

/** Waits for the webhooks of a type, runs the jobs they left, and gives the number of events kept. */
async function heard(type: string, count = 1): Promise<void> {
  await until(
    `${count} × ${type}`,
    async () => {
      const [row] = await shop.query(
        'select count(*)::int as count from stripe_events where type = $1 and payload::text like $2',
        [type, `%${lastSession}%`],
      );
      return Number(row?.['count']) >= count ? true : undefined;
    },
    20,
  );
  await shop.work();
}
let lastSession = '';
const remember = async (orderId: string): Promise<string> => (lastSession = await shop.sessionOf(orderId));
const eventNames = async (orderId: string): Promise<string[]> =>
  (await shop.app.get(OrdersService).events(orderId)).map(({ name }) => name);

describe('buying a blueprint', () => {
  it('keeps what was typed and says what to put right, then leads to payment and to the true state', async () => {
    const ada = await shop.customer();
    await ada.sendOrder({ name: 'Ada Lovelace', email: 'ada', consent_end: '' });
    expect(ada.here.text).toContain('Enter an email address like name@example.com.');
    expect(ada.here.text).toContain('tick that you understand when your right to cancel ends');
    expect(ada.here.html.querySelector('#name')?.getAttribute('value')).toBe('Ada Lovelace');
    expect(ada.here.html.querySelector('#consent_start')?.hasAttribute('checked')).toBe(true);
    expect(await shop.query('select 1 from orders where assessment_id = $1', [ada.assessmentId])).toEqual([]);

    await ada.submit({ email: 'ada@example.com', consent_end: 'yes' }, { action: '/order/new' });
    expect(ada.here.url.origin).not.toBe(shop.url);
    await ada.pay();
    expect(ada.here.url.pathname).toMatch(/^\/orders\/[\w-]{43}$/);
    expect(ada.here.text).toContain('Thank you. Your payment has arrived');
    await shop.work();
    await ada.open(ada.here.url);
    expect(ada.here.text).toMatch(/You will have it by 6 pm on \w+day/);
    await ada.follow('Receipt PW-R-');
    expect(ada.here.text).toMatch(/Total paid ?£49/);
  });

  it('preselects nothing, and offers no way around the consents', async () => {
    const ada = await shop.customer();
    await ada.open(`${shop.url}/order/new`);
    expect(ada.here.html.querySelectorAll('input[checked]')).toEqual([]);
    expect(ada.here.text).toContain('Pay £49 now');
    await ada.submit({ name: 'Ada', email: 'ada@example.com' }, { action: '/order/new' });
    expect(ada.here.text).toContain('Choose when we should start.');
    await ada.submit({ start: 'start_now' }, { action: '/order/new' });
    await ada.submit({ start: 'start_after_cancellation_period' }, { action: '/order/new' });
    expect(ada.here.url.origin).not.toBe(shop.url);
  });

  it('asks for the answers first', async () => {
    const { Person } = await import('../../apps/cli/src/journey/person.js');
    const visitor = new Person();
    await visitor.open(`${shop.url}/order/new`);
    expect(visitor.here.text).toContain('Your answers come first');
  });
});

describe('one order, one payment', () => {
  it('by webhooks sent five times and out of order', async () => {
    await shop.control('webhooks', { duplicate: 5, reorder: true, reorderWindowMs: 100 });
    const ada = await shop.customer();
    await ada.sendOrder();
    const { id } = await ada.order();
    await remember(id);
    await ada.pay();
    await heard('checkout.session.completed');
    expect(await eventNames(id)).toEqual(['placed', 'paid', 'confirmation_accepted', 'clock_started']);
    expect(await shop.query('select accepted from payments where order_id = $1', [id])).toEqual([
      { accepted: true },
    ]);
    expect(await shop.tasks(id)).toEqual([]);
  });

  it('by a double click, the back button, and two tabs', async () => {
    const ada = await shop.customer();
    await ada.open(`${shop.url}/order/new`);
    const form = ada.here;
    await ada.sendOrder();
    const payPage = ada.here.url.href;
    ada['page'] = form;
    await ada.submit(
      {
        name: 'Ada Lovelace',
        email: 'ada@example.com',
        start: 'start_now',
        consent_start: 'yes',
        consent_end: 'yes',
      },
      { action: '/order/new' },
    );
    expect(ada.here.url.href).toBe(payPage);
    await ada.pay();
    const status = ada.here.url.pathname;
    // The back button again, after paying: the order page, not a second payment.
    ada['page'] = form;
    await ada.submit(
      {
        name: 'Ada Lovelace',
        email: 'ada@example.com',
        start: 'start_now',
        consent_start: 'yes',
        consent_end: 'yes',
      },
      { action: '/order/new' },
    );
    expect(ada.here.url.pathname).toBe(status);
    await ada.open(`${shop.url}/order/new`);
    expect(ada.here.url.pathname).toBe(status);
    const { id } = await ada.order();
    expect(
      await shop.query('select 1 from orders where assessment_id = $1', [ada.assessmentId]),
    ).toHaveLength(1);
    expect(await shop.query('select 1 from payments where order_id = $1', [id])).toHaveLength(1);
  });

  it('even if no webhook ever comes and the customer closes the page', async () => {
    await shop.control('webhooks', { drop: true });
    const ada = await shop.customer();
    await ada.sendOrder();
    const payPage = ada.here.url;
    const { id } = await ada.order();
    await fetch(payPage, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        method: 'card',
        card_number: '4242424242424242',
        expiry: '12/30',
        cvc: '123',
        name: 'Ada',
        email: 'ada@example.com',
      }),
    });
    expect((await ada.order()).state).toBe('awaiting_payment');
    expect(await shop.app.get(Reconciliation).run()).toMatchObject({ paymentsRepaired: 1 });
    expect((await ada.order()).state).toBe('paid');
    expect(await shop.tasks(id)).toEqual([]);
  });
});

describe('when Stripe is in trouble', () => {
  it('the order is kept and the customer is told that nothing was charged', async () => {
    await shop.control('fail-next', { path: '/v1/checkout/sessions', status: 503, times: 3, method: 'POST' });
    const ada = await shop.customer();
    await ada.sendOrder();
    expect(ada.here.url.pathname).toMatch(/^\/orders\//);
    expect(ada.here.text).toContain('The payment page could not be opened just now. Nothing was charged.');
    await ada.submit({}, { action: '/pay' });
    expect(ada.here.url.origin).not.toBe(shop.url);
    expect(await shop.stripeList('checkout/sessions')).toHaveLength(1);
  });

  it('and its answer is lost, the same pay page is found again', async () => {
    await shop.control('fail-next', {
      path: '/v1/checkout/sessions',
      status: 'timeout_after_success',
      times: 1,
      method: 'POST',
      holdMs: 100,
    });
    const ada = await shop.customer();
    await ada.sendOrder();
    expect(ada.here.url.origin).not.toBe(shop.url);
    expect(await shop.stripeList('checkout/sessions')).toHaveLength(1);
  });

  it('on the way back, the page says that the payment is being confirmed, and looks again by itself', async () => {
    await shop.control('webhooks', { drop: true });
    const ada = await shop.customer();
    await ada.sendOrder();
    await shop.control('fail-next', { path: '/v1/checkout/sessions', status: 503, times: 6, method: 'GET' });
    await ada.pay();
    expect(ada.here.text).toContain('Your payment is being confirmed');
    expect(ada.here.text).toContain('looks again by itself every 4 seconds');
    await ada.open(ada.here.url);
    expect(ada.here.text).toContain('Thank you. Your payment has arrived');
  });
});

describe('a payment by bank', () => {
  it('is no sale until the bank has paid', async () => {
    const ada = await shop.customer();
    await ada.sendOrder();
    const { id } = await ada.order();
    const session = await remember(id);
    await ada.pay({ method: 'bank_succeeds_later' });
    expect(ada.here.text).toContain('Your bank is confirming the payment');
    expect((await ada.order()).state).toBe('awaiting_payment');
    await shop.control(`async/${session}/succeed`);
    await heard('checkout.session.async_payment_succeeded');
    expect((await ada.order()).state).toBe('paid');
  });

  it('that fails can be made again another way', async () => {
    const ada = await shop.customer();
    await ada.sendOrder();
    const { id } = await ada.order();
    const session = await remember(id);
    await ada.pay({ method: 'bank_fails_later' });
    const status = ada.here.url.pathname;
    await shop.control(`async/${session}/fail`);
    await heard('checkout.session.async_payment_failed');
    await ada.open(status);
    expect(ada.here.text).toContain('The payment did not go through');
    await ada.submit({}, { action: '/pay' });
    await ada.pay();
    expect((await ada.order()).state).toBe('paid');
  });
});

describe('changing one’s mind', () => {
  it('on the pay page loses nothing', async () => {
    const ada = await shop.customer();
    await ada.sendOrder();
    const payPage = ada.here.url.href;
    const [session] = await shop.stripeList('checkout/sessions');
    await ada.open(String(session?.['cancel_url']));
    expect(ada.here.text).toContain('You have not paid, and nothing is lost');
    await ada.submit({}, { action: '/order/cancelled' });
    expect(ada.here.url.href).toBe(payPage);
  });

  it('after paying gives all of the money back, once', async () => {
    const ada = await shop.customer();
    await ada.sendOrder();
    await remember((await ada.order()).id);
    await ada.pay();
    await ada.follow('Cancel this order');
    await ada.submit({}, { action: '/cancel' });
    expect(ada.here.text).toContain('Tick the box if you want to cancel.');
    await ada.submit({ sure: 'yes' }, { action: '/cancel' });
    expect(ada.here.text).toContain('£49 is being paid back');
    await shop.work();
    await ada.open(ada.here.url);
    expect(ada.here.text).toContain('£49 has gone back to the card');
    expect(await shop.stripeList('refunds')).toMatchObject([{ amount: 4900 }]);
    await until(
      'the refund’s webhook',
      async () => {
        const told = await shop.query(`select 1 from stripe_events where type like 'refund.%'`);
        return told.length > 0 ? true : undefined;
      },
      20,
    );
    await shop.work();
    expect(await shop.tasks((await ada.order()).id)).toEqual([]);
    expect((await ada.order()).refundedPence).toBe(4900);
  });
});
