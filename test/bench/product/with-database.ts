import Fastify from 'fastify';
import pg from 'pg';
import { AssessmentService, PersonalScorer } from '@app/assessment';
import { BlueprintJobs, BlueprintService } from '@app/blueprint';
import { DeliveryJobs } from '@app/delivery';
import type { BoundJob } from '@app/jobs';
import { OrderJobs } from '@app/orders';
import { PaymentJobs, WebhookInbox } from '@app/payments';
import { readPdf } from '@app/pdf-reading';
import { ReviewJobs } from '@app/review';
import { runJobs, signedEvent } from '@app/testing';
import { DataSource } from 'typeorm';
import { blueprintsOf } from '../../../libs/blueprint/src/blueprint.store.js';
import { BlueprintAssetsHolder } from '../../../libs/blueprint/src/blueprint-assets.holder.js';
import { makeFiles } from '../../../libs/blueprint/src/make-files.js';
import { renderBlueprint } from '../../../libs/blueprint/src/render-blueprint.js';
import type { TestSite } from '../../support/your-data/test-site.js';
import { sideBySide } from '../measure.js';
import { milliseconds, progress, type Row, times } from '../ratio-table.js';

/** Orders that are measured, after some that read fonts and templates and let the code be compiled. */
const ORDERS = 6;
const WARM_UP = 4;

/**
 * Verify, store and enqueue beside a bare Fastify server that verifies nothing and puts the same bytes into a table by one prepared statement.
 * Requests are injected, and neither writes log lines. Only the CPU of this process counts; that of PostgreSQL does not, but whoever waits for it
 * longer comes back to colder caches.
 */
export async function webhookIntake(site: TestSite): Promise<Row> {
  progress('webhook intake beside one prepared insert');
  const ours = site.app.getHttpAdapter().getInstance();
  const owner = new pg.Client({ connectionString: site.database.ownerUrl });
  await owner.connect();
  const bare = Fastify();
  try {
    await owner.query('create table bare_events (id bigint generated always as identity, payload jsonb)');
    bare.post('/webhooks/stripe', async (request) => {
      await owner.query({
        ...{ name: 'bare', text: 'insert into bare_events (payload) values ($1)' },
        values: [JSON.stringify(request.body)],
      });
      return { received: true };
    });
    await bare.ready();
    const asked = () => {
      const { body, signature } = signedEvent('customer.created', { id: 'cus_1' }, 'whsec_test');
      return {
        ...{ method: 'POST' as const, url: '/webhooks/stripe', payload: body },
        headers: { 'content-type': 'application/json', 'stripe-signature': signature },
      };
    };
    // What signs is Stripe's own work, and no part of either.
    const ready = Array.from({ length: 6_000 }, asked);
    const next = () => ready.pop() ?? asked();
    const inbox = site.app.get(WebhookInbox, { strict: false });
    const receive = (): Promise<void> => {
      const { payload, headers } = next();
      return inbox.receive(payload, headers['stripe-signature']);
    };
    const answered = await ours.inject(next());
    if (answered.statusCode !== 200) throw new Error(`the webhook answered ${answered.statusCode}`);
    const works = [
      () => bare.inject(next()),
      () => ours.inject(next()),
      receive,
      () => ours.inject({ url: '/health/live' }),
    ];
    // A worker takes its jobs out. In a queue of thousands that nobody works at, adding a job takes PostgreSQL ever longer, and to wait for it costs as well.
    const before = () => owner.query('truncate graphile_worker._private_jobs');
    const seen = await sideBySide(works, { calls: 100, warmUp: 1_000, before });
    await before();
    const [bareCpu = NaN, oursCpu = NaN, inboxCpu = NaN, frameCpu = NaN] = seen.cpu;
    const share = seen.ratio(0, 1);
    return {
      what: 'webhook intake: its share of what bare Fastify with one prepared insert gives',
      seen: `${Math.round(100 * share)}%`,
      bar: '≥ 60%',
      pass: share >= 0.6,
      note: `${milliseconds(oursCpu)} beside ${milliseconds(bareCpu)} of CPU; without its request ${milliseconds(inboxCpu)}, a request that does nothing ${milliseconds(frameCpu)}`,
    };
  } finally {
    await bare.close();
    await owner.end();
  }
}

const cpu = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** What the jobs of an order are for, by the beginning of their names; other jobs are not counted. */
const PARTS = {
  'blueprint.draft': 'the draft',
  'blueprint.render': 'its files',
  'review.': 'the checks',
  'delivery.': 'emails and receipt',
} as const;

/**
 * What one paid order takes of a worker, from its draft to the email that the mail server has taken, beside the render of its file alone. The mail
 * server of the tests runs in this process, and what it takes is counted too; the approval is not, which is a person's.
 */
export async function wholeOrder(site: TestSite): Promise<Row> {
  progress('an order from draft to acceptance beside its render');
  let spent = new Map<string, number>();
  const answersOf = async (orderId: string): Promise<string> =>
    (await site.query<{ id: string }>('select assessment_id as id from orders where id = $1', [orderId]))[0]
      ?.id ?? '';
  const jobs = [PaymentJobs, OrderJobs, BlueprintJobs, ReviewJobs, DeliveryJobs]
    .flatMap((each) => site.app.get(each, { strict: false }).boundJobs())
    .map((job): BoundJob => {
      const part = Object.entries(PARTS).find(([begins]) => job.definition.name.startsWith(begins))?.[1];
      const run: BoundJob['run'] = async (payload, context) => {
        const took = await cpu(async () => await job.run(payload, context));
        if (part !== undefined) spent.set(part, (spent.get(part) ?? 0) + took);
      };
      return { ...job, run };
    });
  Object.assign(site, { work: () => runJobs(site.database.source, jobs, site.clock) });
  const { manager } = site.app.get(DataSource);
  const { current } = site.app.get(BlueprintAssetsHolder, { strict: false });
  const scorer = site.app.get(PersonalScorer, { strict: false });
  const orders: {
    readonly spent: ReadonlyMap<string, number>;
    readonly whole: number;
    readonly render: number;
    readonly again: readonly number[];
  }[] = [];
  for (let order = 0; order < WARM_UP + ORDERS; order += 1) {
    spent = new Map();
    const { orderId } = await site.buyer(`person-${order}@example.com`);
    await site.deliver(orderId);
    const [blueprint] = await blueprintsOf(manager, orderId);
    if (!blueprint) throw new Error('the order has no draft');
    const render = await cpu(() => makeFiles(blueprint.snapshot, current));
    const { pdf } = await site.app.get(BlueprintService, { strict: false }).file(blueprint.id);
    const { answers } = await site.app
      .get(AssessmentService, { strict: false })
      .completed(await answersOf(orderId));
    const again = [
      await cpu(() => renderBlueprint(blueprint.snapshot, current)),
      await cpu(() => readPdf(pdf)),
      await cpu(async () => await Promise.resolve(scorer.scoreAndCandidates(answers))),
    ];
    orders.push({ spent, whole: [...spent.values()].reduce((sum, took) => sum + took, 0), render, again });
  }
  const warm = orders.slice(WARM_UP);
  const ratio = median(warm.map(({ whole, render }) => whole / render));
  const parts = Object.values(PARTS).map(
    (part) => `${part} ${milliseconds(median(warm.map((each) => each.spent.get(part) ?? NaN)))}`,
  );
  const again = [0, 1, 2].map((part) => milliseconds(median(warm.map((each) => each.again[part] ?? NaN))));
  return {
    what: 'an order from its draft to the acceptance of its email, beside its render',
    seen: times(ratio),
    bar: '≤ 2 ×',
    pass: ratio <= 2,
    note: `${milliseconds(median(warm.map(({ whole }) => whole)))} beside ${milliseconds(median(warm.map(({ render }) => render)))} of CPU, the tests’ mail server included: ${parts.join(', ')}; alone, the checks’ setting it again takes ${again[0]}, reading the file ${again[1]}, working the result out again ${again[2]}`,
  };
}
