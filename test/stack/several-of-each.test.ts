import { join } from 'node:path';
import { projectPath } from '@app/config';
import { freePort } from '@app/database';
import pg from 'pg';
import { Customer } from '../../apps/cli/src/journey/customer.js';
import { Mailbox } from '../../apps/cli/src/journey/mailbox.js';
import { Reviewer } from '../../apps/cli/src/journey/reviewer.js';
import { until } from '../../apps/cli/src/journey/until.js';
import { ChildApp } from '../../apps/cli/src/local/child-app.js';
import type { LocalStack } from '../../apps/cli/src/local/local-stack.js';
import { freshStack } from '../support/fresh-stack.js';
import { COMES_FROM, type PlainProxy, plainProxy } from '../support/plain-proxy.js';

/** Two of each app, in processes of their own on one database, behind a proxy that hands every request to the other one. */
const WORK = ['machine-learning-engineer', 'accountant'] as const;
const PEOPLE = WORK.map((slug, index) => ({
  who: { name: `Person ${'AB'[index]}`, email: `person-${index}@customer.example` },
  work: { slug, search: slug.replaceAll('-', ' ') },
}));

let site: PlainProxy;
let desk: PlainProxy;
let stack: LocalStack;
let database: pg.Client;
const seconds: ChildApp[] = [];

beforeAll(async () => {
  [site, desk] = [await plainProxy(), await plainProxy()];
  stack = await freshStack({
    ...{ SITE_URL: site.url, DESK_URL: desk.url, TRUSTED_PROXIES: '1' },
    STRIPE_WEBHOOK_URL: `${site.url}/webhooks/stripe`,
  });
  const own = (name: string): number => Number(stack.environment[name]);
  const second = async (name: 'site' | 'desk' | 'worker'): Promise<number> => {
    const port = await freePort();
    const app = new ChildApp(
      {
        name: `second ${name}`,
        args: ['--enable-source-maps', projectPath('dist', 'apps', name, 'main.js')],
        env: { ...stack.environment, [`${name.toUpperCase()}_PORT`]: String(port) },
        logFile: join(stack.logs, `second-${name}.log`),
        healthUrl: `http://127.0.0.1:${port}/health/ready`,
      },
      (message) => console.error(message),
    );
    seconds.push(app);
    await app.ready();
    return port;
  };
  site.to([own('SITE_PORT'), await second('site')]);
  desk.to([own('DESK_PORT'), await second('desk')]);
  await second('worker');
  database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await Promise.all(seconds.map((app) => app.stop()));
  await stack?.stop();
  await Promise.all([site, desk].map((proxy) => proxy?.stop()));
});

describe('several of each app at once behind a proxy', () => {
  it('bring every order of several customers to its end once, whichever process has a request', async () => {
    const references = await Promise.all(
      PEOPLE.map(async ({ who, work }) => {
        const customer = new Customer(who, work);
        await customer.takeAssessment(site.url);
        await customer.order(site.url);
        await customer.pay();
        return /PW-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(customer.here.text)?.[0] ?? '';
      }),
    );
    if (!stack.staff) throw new Error('no staff account');
    const reviewer = new Reviewer();
    await reviewer.signIn(desk.url, stack.staff);
    for (const reference of references) {
      await until('the review to be queued', () => reviewer.claim(desk.url, reference), 120);
      await reviewer.approve();
    }
    const inbox = new Mailbox(stack.inboxUrl ?? '');
    for (const { who } of PEOPLE) {
      await until(
        'the blueprint',
        async () => ((await inbox.find(who.email, 'ready')).length > 0 ? true : undefined),
        120,
      );
      expect(await inbox.find(who.email, 'ready')).toHaveLength(1);
    }
    const { rows } = await database.query(
      `select (select count(*)::int from payments where accepted) as paid, (select count(*)::int from receipts) as receipts,
         (select count(*)::int from blueprints where state <> 'superseded') as blueprints, (select count(*)::int from reviews) as reviews,
         (select count(*)::int from deliveries where kind = 'blueprint' and state = 'accepted') as delivered,
         (select count(*)::int from deliveries where state <> 'accepted') as others,
         (select count(*)::int from staff_tasks where closed_at is null) as tasks`,
    );
    const each = PEOPLE.length;
    expect(rows).toEqual([
      { paid: each, receipts: each, blueprints: each, reviews: each, delivered: each, others: 0, tasks: 0 },
    ]);
    // Neither of the two was spared.
    for (const { counts } of [site, desk])
      expect(Math.min(...counts)).toBeGreaterThan(0.4 * Math.max(...counts));
  });

  it('share a limit, by what the proxy says and by network, not by what a visitor claims', async () => {
    const ask = async (from: string, claimed: string): Promise<number> => {
      const headers = { [COMES_FROM]: from, 'x-forwarded-for': claimed };
      return (await fetch(`${site.url}/orders/${'x'.repeat(43)}`, { headers })).status;
    };
    const asked = async (many: number, from: (index: number) => string): Promise<Record<number, number>> => {
      const counted: Record<number, number> = {};
      for (const status of await Promise.all(
        Array.from({ length: many }, (_, index) => ask(from(index), `198.51.100.${index % 250}`)),
      ))
        counted[status] = (counted[status] ?? 0) + 1;
      return counted;
    };
    expect(await asked(130, () => '203.0.113.7')).toEqual({ 404: 120, 429: 10 });
    // A household's or a rented server's addresses are one visitor; the one beside it is another.
    expect(await asked(130, (index) => `2001:db8:1:2::${index.toString(16)}`)).toEqual({ 404: 120, 429: 10 });
    expect(await ask('2001:db8:1:3::1', '203.0.113.7')).toBe(404);
  });
});
