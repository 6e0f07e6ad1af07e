import { TestSite } from '../support/your-data/test-site.js';

const DAY = 86_400_000;

let site: TestSite;
beforeAll(async () => {
  site = await TestSite.open();
});
afterAll(() => site?.close());

/** Somebody who pays and lets the 14 days pass first. */
async function waiter(email: string): Promise<string> {
  const person = await site.finisher();
  await person.open('/order/new');
  await person.submit(
    { name: 'Ada Lovelace', email, start: 'start_after_cancellation_period' },
    { action: '/order/new' },
  );
  const card = { card_number: '4242 4242 4242 4242', expiry: '12 / 30', cvc: '123', name: 'Ada Lovelace' };
  await person.submit({ method: 'card', ...card }, { button: 'Pay' });
  await site.work();
  const [order] = await site.query<{ intent: string }>(
    `select payment_intent_id as intent from payments p join orders o on o.id = p.order_id where customer_email = $1`,
    [email],
  );
  return order?.intent ?? '';
}

it('an order whose payment the bank has taken back is told of no start and of no time, another one is', async () => {
  await waiter('free@example.com');
  const dispute = await site.control('disputes', {
    payment_intent: await waiter('bound@example.com'),
    reason: 'fraudulent',
  });
  await site.control(`disputes/${String(dispute['id'])}/close`, { status: 'lost' });
  await vi.waitFor(async () => {
    await site.work();
    expect(
      await site.query('select 1 from order_blockers where kind = $1 and ended_at is null', ['dispute']),
    ).toHaveLength(1);
  });
  site.clock.set(new Date(site.clock.now().getTime() + 15 * DAY));
  await site.work();
  const started = (await site.emails()).filter(({ subject }) => subject?.startsWith('We have started'));
  expect(started.map(({ to }) => [to].flat()[0]?.text)).toEqual(['free@example.com']);
});
