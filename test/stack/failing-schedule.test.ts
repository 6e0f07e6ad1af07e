import pg from 'pg';
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

const openTasks = async (): Promise<unknown[]> =>
  (await database.query(`select kind, subject from staff_tasks where closed_at is null`)).rows;

describe('a schedule that fails', () => {
  it('becomes a task although no worker lives to say so, which a worker that sees it work again closes', async () => {
    await stack.app('worker')?.stop();
    await database.query(
      `update schedule_heartbeats set failing = true, last_failed = now(), last_error = 'The broom is broken' where name = 'delivery.sweep'`,
    );
    const raised = await until('the desk to look', async () => {
      const tasks = await openTasks();
      return tasks.length > 0 ? tasks : undefined;
    });
    expect(raised).toEqual([{ kind: 'schedule_failing', subject: 'delivery.sweep' }]);

    await database.query(
      `update schedule_heartbeats set failing = false, last_succeeded = now() where name = 'delivery.sweep'`,
    );
    await stack.app('desk')?.stop();
    await stack.restart('worker');
    await until('the worker to look', async () => ((await openTasks()).length === 0 ? true : undefined));
    expect((await fetch(`${stack.workerUrl}/health`)).status).toBe(200);
  });
});
