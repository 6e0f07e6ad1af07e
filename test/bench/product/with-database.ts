import Fastify from 'fastify';
import pg from 'pg';
import { BlueprintJobs } from '@app/blueprint';
import { DeliveryJobs } from '@app/delivery';
import type { BoundJob } from '@app/jobs';
import { OrderJobs } from '@app/orders';
import { PaymentJobs } from '@app/payments';
import { ReviewJobs } from '@app/review';
import { runJobs, signedEvent } from '@app/testing';
import { DataSource } from 'typeorm';
import { blueprintsOf } from '../../../libs/blueprint/src/blueprint.store.js';
import { BlueprintAssetsHolder } from '../../../libs/blueprint/src/blueprint-assets.holder.js';
import { makeFiles } from '../../../libs/blueprint/src/make-files.js';
import type { TestSite } from '../../support/your-data/test-site.js';
import { sideBySide } from '../measure.js';
import { milliseconds, progress, type Row, times } from '../ratio-table.js';

/** Orders that are measured, after one that warms up. */
const ORDERS = 6;

/** Verify, store and enqueue beside a bare Fastify server that puts the same bytes into a table by one prepared statement. Requests are injected. */
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
    const ready = Array.from({ length: 3_000 }, asked);
    const next = () => ready.pop() ?? asked();
    const answered = await ours.inject(next());
    if (answered.statusCode !== 200) throw new Error(`the webhook answered ${answered.statusCode}`);
    const seen = await sideBySide([() => bare.inject(next()), () => ours.inject(next())], {
      calls: 100,
      warmUp: 200,
    });
    const share = seen.ratio(0, 1);
    return {
      what: 'webhook intake: its share of what bare Fastify with one prepared insert gives',
      seen: `${Math.round(100 * share)}%`,
      bar: '≥ 60%',
      pass: share >= 0.6,
      note: `${milliseconds(seen.cpu[1] ?? NaN)} beside ${milliseconds(seen.cpu[0] ?? NaN)} of CPU`,
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

/**
 * What one paid order takes of a worker, from its draft to the email that the mail server has taken, beside the render of its file alone. The mail
 * server of the tests runs in this process, and what it takes is counted too; the approval is not, which is a person's.
 */
export async function wholeOrder(site: TestSite): Promise<Row> {
  progress('an order from draft to acceptance beside its render');
  let spent = 0;
  const jobs = [PaymentJobs, OrderJobs, BlueprintJobs, ReviewJobs, DeliveryJobs]
    .flatMap((each) => site.app.get(each, { strict: false }).boundJobs())
    .map((job): BoundJob => {
      const counts = /^(blueprint|review|delivery)\./.test(job.definition.name);
      const run: BoundJob['run'] = async (payload, context) => {
        const took = await cpu(async () => await job.run(payload, context));
        if (counts) spent += took;
      };
      return { ...job, run };
    });
  Object.assign(site, { work: () => runJobs(site.database.source, jobs, site.clock) });
  const { manager } = site.app.get(DataSource);
  const { current } = site.app.get(BlueprintAssetsHolder, { strict: false });
  const whole: number[] = [];
  const render: number[] = [];
  for (let order = 0; order < 1 + ORDERS; order += 1) {
    spent = 0;
    const { orderId } = await site.buyer(`person-${order}@example.com`);
    await site.deliver(orderId);
    whole.push(spent);
    const [blueprint] = await blueprintsOf(manager, orderId);
    if (!blueprint) throw new Error('the order has no draft');
    render.push(await cpu(() => makeFiles(blueprint.snapshot, current)));
  }
  // The first one reads fonts and templates.
  const ratio = median(whole.slice(1).map((value, index) => value / (render[index + 1] ?? NaN)));
  return {
    what: 'an order from its draft to the acceptance of its email, beside its render',
    seen: times(ratio),
    bar: '≤ 2 ×',
    pass: ratio <= 2,
    note: `${milliseconds(median(whole.slice(1)))} beside ${milliseconds(median(render.slice(1)))} of CPU, the tests’ mail server included`,
  };
}
