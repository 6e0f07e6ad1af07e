import pg from 'pg';
import { Customer, CUSTOMER } from '../../apps/cli/src/journey/customer.js';
import { Mailbox } from '../../apps/cli/src/journey/mailbox.js';
import { until } from '../../apps/cli/src/journey/until.js';
import type { LocalStack } from '../../apps/cli/src/local/local-stack.js';
import { freshStack } from '../support/fresh-stack.js';

let stack: LocalStack;
let database: pg.Client;
beforeAll(async () => {
  stack = await freshStack();
  database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await stack?.stop();
});

async function sandbox(path: string, body?: object): Promise<{ data: { id: string; type: string }[] }> {
  const response = await fetch(`${stack.sandboxUrl}/_sandbox${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { data: { id: string; type: string }[] };
}

const count = async (sql: string): Promise<number> =>
  (await database.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? -1;

describe('one order', () => {
  it('comes of the form sent twice, the pay page sent twice, going back, and every event five times and out of order', async () => {
    await sandbox('/webhooks', { duplicate: 5, reorder: true });
    const customer = new Customer();
    await customer.takeAssessment(stack.siteUrl);
    await customer.order(stack.siteUrl);
    const payPage = customer.here.url.href;

    await customer.order(stack.siteUrl);
    expect(customer.here.url.href).toBe(payPage);

    const otherTab = new Customer();
    await otherTab.open(payPage);
    await Promise.all([customer.pay(), otherTab.pay().catch(() => undefined)]);
    await customer.open(`${stack.siteUrl}/order/new`);
    expect(customer.here.url.pathname).toMatch(/^\/orders\//);

    await until(
      'the blueprint to be in review',
      async () => ((await count('reviews')) === 1 ? true : undefined),
      90,
    );
    const { data: events } = await sandbox('/events');
    for (const { id } of events) await sandbox(`/events/${id}/resend`, { times: 5 });
    await until(
      'every event to be handled',
      async () => ((await count('stripe_events where handled_at is null')) === 0 ? true : undefined),
      90,
    );

    expect(await count('orders')).toBe(1);
    expect(await count('payments where accepted')).toBe(1);
    expect(await count('payments')).toBe(1);
    expect(await count('blueprints')).toBe(1);
    expect(await count('reviews')).toBe(1);
    expect(await count('staff_tasks')).toBe(0);
    expect(await new Mailbox(stack.inboxUrl ?? '').find(CUSTOMER.email, 'confirmed')).toHaveLength(1);
  });

  it('is paid even when every webhook is lost', async () => {
    await sandbox('/webhooks', { duplicate: 1, reorder: false, drop: true });
    const customer = new Customer();
    await customer.takeAssessment(stack.siteUrl);
    await customer.order(stack.siteUrl);
    await customer.pay();
    expect(customer.here.url.pathname).toMatch(/^\/orders\//);
    await until(
      'the second order to be paid',
      async () => ((await count(`orders where state = 'paid'`)) === 2 ? true : undefined),
      90,
    );
  });
});
