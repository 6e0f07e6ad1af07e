import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import pg from 'pg';
import { until } from '../../apps/cli/src/journey/until.js';
import type { LocalStack } from '../../apps/cli/src/local/local-stack.js';
import { freshStack } from '../support/fresh-stack.js';

/** Longer than any step of a test, so that what comes meanwhile comes while the app still takes requests. */
const DRAIN_SECONDS = 3;

let stack: LocalStack;
let database: pg.Client;
beforeAll(async () => {
  stack = await freshStack({ DRAIN_SECONDS: String(DRAIN_SECONDS) });
  database = new pg.Client({ connectionString: stack.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await stack?.stop();
});

interface Answer {
  readonly status: number | undefined;
  readonly connection: string | undefined;
  readonly bytes: number;
}

/** A browser or a proxy that keeps one connection open for as long as it may. */
class Keeper {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1, timeout: 120_000 });
  opened = 0;

  constructor(private readonly url: string) {}

  /** @throws Error `ECONNRESET` and its like when the connection is cut. */
  async ask(path: string, cookie = ''): Promise<Answer> {
    const response = await new Promise<IncomingMessage>((answered, failed) => {
      const request = get(new URL(path, this.url), { agent: this.agent, headers: { cookie } }, answered);
      request.on('error', failed);
      request.on('socket', () => {
        if (!request.reusedSocket) this.opened += 1;
      });
    });
    let bytes = 0;
    for await (const chunk of response) bytes += (chunk as Buffer).length;
    return { status: response.statusCode, connection: response.headers.connection, bytes };
  }
}

/** Holds a table so that whoever reads it waits. @returns how to let go, once somebody waits */
async function hold(
  table: string,
): Promise<{ waitedFor: () => Promise<unknown>; letGo: () => Promise<void> }> {
  await database.query('begin');
  await database.query(`lock table ${table} in access exclusive mode`);
  return {
    waitedFor: () =>
      until(
        'somebody to wait',
        async () =>
          (
            await database.query(
              `select 1 from pg_locks where not granted and relation = '${table}'::regclass`,
            )
          ).rows[0] as unknown,
      ),
    letGo: async () => void (await database.query('commit')),
  };
}

describe.each([
  { name: 'site', table: 'on_time_days', path: '/on-time', status: 200 },
  { name: 'desk', table: 'staff_sessions', path: '/', status: 303 },
])('the $name that is told to stop', ({ name, table, path, status }) => {
  const cookie = `desk=${'a'.repeat(43)}`;

  it('finishes what is under way, takes what still comes, cuts nobody off, and ends with 0', async () => {
    const url = name === 'site' ? stack.siteUrl : stack.deskUrl;
    const [slow, kept, asking] = [new Keeper(url), new Keeper(url), new Keeper(url)];
    const { port } = new URL(url);
    const silent = connect(Number(port), '127.0.0.1');
    await Promise.all([slow, kept, asking].map((one) => one.ask('/health/live')));
    const { waitedFor, letGo } = await hold(table);
    const answer = slow.ask(path, cookie);
    await waitedFor();

    const ended = stack.app(name)?.stop();
    await until(
      'the proxy to be told',
      async () => (await asking.ask('/health/ready')).status === 503 || undefined,
    );
    expect(await kept.ask('/health/live')).toMatchObject({ status: 200, connection: 'close' });
    expect(kept.opened).toBe(1);
    await until('nothing new to be taken', () => refused(Number(port)));
    await letGo();
    expect(await answer).toMatchObject({ status, connection: 'close' });
    expect(slow.opened).toBe(1);
    expect(await ended).toBe(0);
    silent.destroy();
    await stack.restart(name);
  });
});

describe('a worker that is told to stop', () => {
  const JOB = 'review.release-stale';
  const jobs = async (): Promise<unknown> =>
    (
      await database.query(
        `select count(*)::int as waiting, count(locked_at)::int as held, coalesce(max(attempts), 0) as tried
         from graphile_worker.jobs where task_identifier = $1`,
        [JOB],
      )
    ).rows[0];
  const add = () =>
    database.query(`select graphile_worker.add_job($1, '{}'::json, max_attempts => 5)`, [JOB]);
  const done = () =>
    until(
      'the jobs to be done',
      async () => ((await jobs()) as { waiting: number }).waiting === 0 || undefined,
    );

  it('finishes the job in hand, begins no other, and ends with 0', async () => {
    await done();
    await stack.app('worker')?.stop();
    await add();
    const { waitedFor, letGo } = await hold('reviews');
    await stack.restart('worker');
    await waitedFor();
    const ended = stack.app('worker')?.stop();
    const live = await fetch(`${stack.workerUrl}/health/live`);
    expect(live.status).toBe(200);
    await letGo();
    expect(await ended).toBe(0);
    expect(await jobs()).toEqual({ waiting: 0, held: 0, tried: 0 });

    await add();
    expect(await jobs()).toEqual({ waiting: 1, held: 0, tried: 0 });
    await stack.restart('worker');
    await done();
  });

  it('hands back the job that does not end, and another worker does it', async () => {
    await stack.app('worker')?.stop();
    await add();
    const { waitedFor, letGo } = await hold('reviews');
    await stack.restart('worker');
    await waitedFor();
    expect(await stack.app('worker')?.stop()).toBe(0);
    expect(await jobs()).toEqual({ waiting: 1, held: 0, tried: 1 });
    await letGo();
    await stack.restart('worker');
    await database.query(`update graphile_worker._private_jobs set run_at = now()`);
    await done();
  });
});

/** @returns true once nobody listens any more */
const refused = (port: number): Promise<true | undefined> =>
  new Promise((known) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      known(undefined);
    });
    socket.on('error', () => known(true));
  });
