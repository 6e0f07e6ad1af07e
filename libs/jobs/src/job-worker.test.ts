import { IsUUID } from 'class-validator';
import pg from 'pg';
import { ADVISORY_LOCKS } from '@app/database';
import { newId } from '@app/kernel';
import { createTestDatabase, type TestDatabase } from '@app/testing';
import { enqueue } from './enqueue.js';
import { failedJobs, retryJobs } from './failed-jobs.js';
import { type JobDefinition, JobNames } from './job-definition.js';
import { handle } from './job-handler.js';
import { type JobWorker, startJobWorker } from './job-worker.js';
import { WorkerLiveness } from './worker-liveness.js';

class ThingPayload {
  @IsUUID()
  thingId: string;
}
/** Not of `defineJob`, which would add it to the jobs of this process for the tests that share it. */
const makeThing: JobDefinition<ThingPayload> = { name: 'thing.make', payload: ThingPayload, maxAttempts: 1 };

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const quiet = (): void => undefined;

/** Runs a worker until `enough` says so, without sleeping on the clock: each job that ends asks again. */
async function workUntil(run: (thingId: string) => Promise<void>, enough: () => boolean): Promise<void> {
  let finish: () => void = quiet;
  const finished = new Promise<void>((done) => (finish = done));
  const worker = await startJobWorker({
    mustHandle: [],
    databaseUrl: database.url,
    log: (_level, message) => (/Completed task|Failed task/.test(message) && enough() ? finish() : undefined),
    jobs: [handle(makeThing, ({ thingId }) => run(thingId))],
  });
  await finished;
  await worker.stop();
  await worker.stopped;
}

/** A worker in the middle of a job that lasts until `end` is called. It has one slot: a second one may still be asking for a job after a stop of a millisecond, and be given the one handed back. */
async function workerAtALongJob(options: {
  grace?: number;
}): Promise<{ worker: JobWorker; end: () => void }> {
  let [begin, end] = [quiet, quiet];
  const begun = new Promise<void>((done) => (begin = done));
  const ended = new Promise<void>((done) => (end = done));
  const run = (): Promise<void> => {
    begin();
    return ended;
  };
  const worker = await startJobWorker({
    ...options,
    concurrency: 1,
    mustHandle: [],
    databaseUrl: database.url,
    log: quiet,
    jobs: [handle(makeThing, run)],
  });
  await begun;
  return { worker, end };
}

describe('jobs', () => {
  it('have each a name of their own', () => {
    const names = new JobNames();
    names.add('thing.make');
    expect(() => names.add('thing.make')).toThrow('The job thing.make is defined twice.');
  });

  it('exist exactly when their transaction commits', async () => {
    const kept = newId();
    await database.source.transaction((manager) => enqueue(manager, makeThing, { thingId: kept }));
    await database.source
      .transaction(async (manager) => {
        await enqueue(manager, makeThing, { thingId: newId() });
        throw new Error('rolled back');
      })
      .catch(quiet);
    const made: string[] = [];
    await workUntil(
      (id) => Promise.resolve(void made.push(id)),
      () => made.length > 0,
    );
    expect(made).toEqual([kept]);
  });

  it('that fail for good are listed and can be retried', async () => {
    const thingId = newId();
    await enqueue(database.source.manager, makeThing, { thingId });
    let tries = 0;
    await workUntil(
      () => Promise.reject(new Error(`try ${(tries += 1)}`)),
      () => tries === 1,
    );
    const [failed] = await failedJobs(database.source.manager);
    expect(failed).toMatchObject({ name: 'thing.make', payload: { thingId }, lastError: 'try 1' });
    await retryJobs(database.source.manager, [failed?.id ?? '']);
    await workUntil(
      () => Promise.resolve(void (tries += 1)),
      () => tries === 2,
    );
    expect(await failedJobs(database.source.manager)).toEqual([]);
  });

  it('refuse a payload of another shape before the handler sees it', async () => {
    await database.source.query(
      `select graphile_worker.add_job('thing.make', '{"thingId":"not an id"}', max_attempts := 1)`,
    );
    let seen = 0;
    let failures = 0;
    const worker = await new Promise<Awaited<ReturnType<typeof startJobWorker>>>((ready, fail) => {
      const starting = startJobWorker({
        mustHandle: [],
        databaseUrl: database.url,
        log: (_level, message) => {
          if (!message.includes('Failed task')) return;
          failures += 1;
          starting.then(ready, fail);
        },
        jobs: [handle(makeThing, () => Promise.resolve(void (seen += 1)))],
      });
    });
    await worker.stop();
    await worker.stopped;
    expect({ seen, failures }).toEqual({ seen: 0, failures: 1 });
  });

  it('that take longer than a stop may are handed back at once, untouched', async () => {
    const thingId = newId();
    await enqueue(database.source.manager, makeThing, { thingId });
    const { worker, end } = await workerAtALongJob({ grace: 1 });
    expect(await worker.stop()).toBe(false);
    expect(
      await database.source.query('select attempts, locked_by, last_error from graphile_worker.jobs'),
    ).toEqual([{ attempts: 0, locked_by: null, last_error: null }]);
    const made: string[] = [];
    await workUntil(
      (id) => Promise.resolve(void made.push(id)),
      () => made.length > 0,
    );
    expect(made).toEqual([thingId]);
    end();
    await worker.stopped;
  });

  it('of a living worker are its own for as long as they take', async () => {
    await enqueue(database.source.manager, makeThing, { thingId: newId() });
    const { worker, end } = await workerAtALongJob({});
    await database.source.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`,
    );
    const other = await WorkerLiveness.start(database.url, quiet);
    await other.stop();
    expect(
      await database.source.query('select locked_by is null as handed_back from graphile_worker.jobs'),
    ).toEqual([{ handed_back: false }]);
    end();
    expect(await worker.stop()).toBe(true);
    await worker.stopped;
  });

  it('of a dead worker are handed to a living one at once, those of a living one are left alone', async () => {
    const [dead, alive] = [newId(), newId()];
    await enqueue(database.source.manager, makeThing, { thingId: dead });
    await enqueue(database.source.manager, makeThing, { thingId: alive });
    const lock = (worker: string, thing: string): Promise<unknown> =>
      database.source.query(
        `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute' where payload->>'thingId' = $2`,
        [worker, thing],
      );
    await lock('worker-dead', dead);
    await lock('worker-alive', alive);
    const living = new pg.Client({ connectionString: database.url });
    await living.connect();
    await living.query(`select pg_advisory_lock(hashtextextended('worker-alive', $1))`, [
      ADVISORY_LOCKS.jobWorker,
    ]);
    const made: string[] = [];
    await workUntil(
      (id) => Promise.resolve(void made.push(id)),
      () => made.length > 0,
    );
    await living.end();
    expect(made).toEqual([dead]);
  });
});
