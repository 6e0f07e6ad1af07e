import { until } from '../../apps/cli/src/journey/until.js';
import { Shop } from '../support/payments/shop.js';

let shop: Shop;

beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());
beforeEach(() => shop.control('reset'));

describe('what does not come from Stripe or from us', () => {
  it.each(['wrong', 'stale', 'missing'] as const)(
    'a webhook with a %s signature is refused with 400 and not kept',
    async (signature) => {
      await shop.control('webhooks', { signature, attempts: 1 });
      const ada = await shop.customer();
      await ada.sendOrder();
      await ada.pay();
      const session = await shop.sessionOf((await ada.order()).id);
      const answered = await until(
        'the attempt',
        async () => {
          const response = await fetch(`${shop.sandbox.url}/_sandbox/deliveries`);
          const { data } = (await response.json()) as { data: { httpStatus: number | null }[] };
          return data.some(({ httpStatus }) => httpStatus !== null) ? data : undefined;
        },
        20,
      );
      const statuses = answered.map(({ httpStatus }) => httpStatus).filter((status) => status !== null);
      expect(new Set(statuses)).toEqual(new Set([400]));
      expect(
        await shop.query('select 1 from stripe_events where payload::text like $1', [`%${session}%`]),
      ).toEqual([]);
    },
  );

  it.each([
    ['GET', '/orders/x', 404],
    ['GET', `/orders/${'A'.repeat(43)}`, 404],
    ['GET', `/orders/${'A'.repeat(43)}/receipt`, 404],
    ['GET', '/order/return', 404],
    ['GET', '/order/return?session_id=cs_test_unknown', 404],
    ['GET', '/order/return?session_id[]=1&session_id[]=2', 404],
    ['GET', '/order/cancelled?attempt=%00', 200],
    ['POST', '/webhooks/stripe', 400],
    ['POST', '/order/new', 403],
  ])('%s %s answers %d', async (method, path, status) => {
    const response = await fetch(`${shop.url}${path}`, {
      method,
      ...(method === 'POST' && { body: '{"odd": true}', headers: { 'content-type': 'application/json' } }),
    });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toMatch(/at \w+ \(|node_modules/);
  });
});
