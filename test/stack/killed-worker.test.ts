import { Customer, CUSTOMER } from '../../apps/cli/src/journey/customer.js';
import { Mailbox } from '../../apps/cli/src/journey/mailbox.js';
import { Reviewer } from '../../apps/cli/src/journey/reviewer.js';
import { until } from '../../apps/cli/src/journey/until.js';
import type { LocalStack } from '../../apps/cli/src/local/local-stack.js';
import pg from 'pg';
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

/** Waits until a question to the database is answered with at least one row. */
const row = (what: string, sql: string): Promise<Record<string, unknown>> =>
  until(what, async () => (await database.query<Record<string, unknown>>(sql)).rows[0], 90);

/** A power cut for the worker at the moment that `sql` finds something, and its replacement. */
async function killWorkerWhen(what: string, sql: string): Promise<void> {
  await row(what, sql);
  stack.app('worker')?.kill();
  await stack.restart('worker');
}

const locked = (job: string): string =>
  `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where t.identifier = '${job}' and j.locked_at is not null`;

describe('a worker that is killed', () => {
  it('while it renders and again while it sends, still delivers the order once', async () => {
    const customer = new Customer();
    await customer.takeAssessment(stack.siteUrl);
    await customer.order(stack.siteUrl);
    await customer.pay();
    const reference = /PW-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(customer.here.text)?.[0] ?? '';
    await killWorkerWhen(
      'the render to be under way',
      `${locked('blueprint.render')} union all select 1 from reviews`,
    );

    const reviewer = new Reviewer();
    if (!stack.staff) throw new Error('no staff account');
    await reviewer.signIn(stack.deskUrl, stack.staff);
    await until('the review to be queued', () => reviewer.claim(stack.deskUrl, reference), 90);
    await reviewer.approve();
    await killWorkerWhen(
      'the sending to be under way',
      `select 1 from deliveries where kind = 'blueprint' and state in ('sending', 'accepted')`,
    );

    const { state } = await row(
      'the delivery to end',
      `select state from deliveries where kind = 'blueprint' and state in ('accepted', 'unknown')`,
    );
    const emails = await new Mailbox(stack.inboxUrl ?? '').find(CUSTOMER.email, 'ready');
    // Cut off between the first byte and the answer, nobody can know; then it waits in front of staff and is never sent again blindly.
    if (state === 'accepted') expect(emails).toHaveLength(1);
    else {
      expect(emails.length).toBeLessThanOrEqual(1);
      expect(await row('the task for staff', `select kind from staff_tasks where closed_at is null`)).toEqual(
        { kind: 'delivery_unknown' },
      );
    }
    expect(
      (await database.query(`select count(*)::int as current from blueprints where state <> 'superseded'`))
        .rows,
    ).toEqual([{ current: 1 }]);
    expect((await database.query(`select count(*)::int as reviews from reviews`)).rows).toEqual([
      { reviews: 1 },
    ]);
  });
});
