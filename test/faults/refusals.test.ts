import { failedJobs } from '@app/jobs';
import { Shop } from '../support/payments/shop.js';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop?.close());

const refuse = (path: string, status: string): Promise<unknown> =>
  shop.control('fail-next', { path, status, method: 'POST' });
const openTasks = (kind: string): Promise<Record<string, unknown>[]> =>
  shop.query('select summary, resolution from staff_tasks where kind = $1 and closed_at is null', [kind]);

describe('what Stripe refuses for good', () => {
  it('an address is told at its field, with everything typed kept; corrected, it leads to the pay page', async () => {
    const ada = await shop.customer();
    await refuse('/v1/checkout/sessions', 'email_invalid');
    await ada.sendOrder({ email: 'ada@exa-mple.example' });
    expect(ada.here.html.querySelector('#email-error')?.text).toContain('does not take this email address');
    expect(ada.here.html.querySelector('#email')?.getAttribute('value')).toBe('ada@exa-mple.example');
    expect(ada.here.html.querySelector('#consent_end')?.hasAttribute('checked')).toBe(true);
    await ada.submit({ email: 'ada@example.com' }, { action: '/order/new' });
    expect(ada.here.url.origin).not.toBe(shop.url);
    expect(
      await shop.query('select 1 from orders where assessment_id = $1', [ada.assessmentId]),
    ).toHaveLength(1);
  });

  it.each([
    ['key_expired', /key at Stripe has expired/],
    ['key_may_not', /may not do this/],
    ['amount_too_small', /below the least that Stripe takes/],
  ])(
    '%s is a task for staff, never "in a minute", and is over with the next page that opens',
    async (name, words) => {
      const ben = await shop.customer();
      await refuse('/v1/checkout/sessions', name);
      await ben.sendOrder();
      expect(ben.here.text).toContain('Our staff have been told');
      expect(ben.here.text).not.toContain('in a minute');
      const [task] = await openTasks('checkout_refused');
      expect(task?.['summary']).toMatch(words);
      await ben.submit({}, { action: '/pay' });
      expect(ben.here.url.origin).not.toBe(shop.url);
      expect(await openTasks('checkout_refused')).toEqual([]);
    },
  );

  it('a refund, for want of balance: a task, no retries, and the customer is not told to wait', async () => {
    const cem = await shop.customer();
    await cem.sendOrder();
    await cem.pay();
    const page = cem.here.url;
    await cem.open(`${page.origin}${page.pathname}/cancel`);
    await cem.submit({ sure: 'yes' }, { action: '/cancel' });
    expect(cem.here.text).toContain('£49 is being paid back');
    expect(cem.here.text).toContain('looks again by itself');
    await refuse('/v1/refunds', 'insufficient_balance');
    await shop.work();
    const [task] = await openTasks('refund_refused');
    expect(task?.['summary']).toMatch(/will not give back £49.*The balance at Stripe does not suffice/);
    expect(await failedJobs(shop.database.source.manager)).toEqual([]);
    await cem.open(page);
    expect(cem.here.text).toContain('It could not go back the way you paid, so a person is looking into it');
    expect(cem.here.text).not.toContain('looks again by itself');
  });

  it('a refund of what the bank disputes: the page says that the bank has it, and at the end that it has taken it', async () => {
    const dee = await shop.customer();
    await dee.sendOrder();
    await dee.pay();
    const page = dee.here.url;
    const [payment] = await shop.query('select payment_intent_id as id from payments where order_id = $1', [
      (await dee.order()).id,
    ]);
    await shop.control('disputes', { payment_intent: payment?.['id'] });
    const { id } = await dee.order();
    const disputes = (): Promise<Record<string, unknown>[]> =>
      shop.query('select id, state from disputes where order_id = $1', [id]);
    await shop.workUntil('the dispute is known', async () => (await disputes()).length === 1);
    await dee.open(`${page.origin}${page.pathname}/cancel`);
    await dee.submit({ sure: 'yes' }, { action: '/cancel' });
    await shop.work();
    await dee.open(page);
    const [dispute] = await disputes();
    expect(dee.here.text).toContain('Your bank is looking into £49');
    expect((await openTasks('refund_refused')).at(-1)?.['summary']).toMatch(
      /do not pay it back a second time/,
    );
    await shop.control(`disputes/${String(dispute?.['id'])}/close`, { status: 'lost' });
    await shop.workUntil('the bank has decided', async () => (await disputes())[0]?.['state'] === 'lost');
    await dee.open(page);
    expect(dee.here.text).toContain('has taken £49 back for you');
    expect(dee.here.text).not.toContain('looks again by itself');
  });
});
