import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IsUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { type BoundJob, failedJobs, retryJobs, type Schedule, ScheduleWatch } from '@app/jobs';
import { StaffTasks } from '@app/tasks';
import { until } from '../../apps/cli/src/journey/until.js';
import { boundJobs } from '../../apps/worker/src/bound-jobs.js';
import { schedules } from '../../apps/worker/src/schedules.js';
import { workerHealth } from '../../apps/worker/src/worker-health.js';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';

const SWEEP = 'delivery.sweep';
const sweep = schedules.find(({ job }) => job.name === SWEEP) as Schedule;
/** One attempt, so that a tick that fails has failed for good. */
const once: Schedule = { ...sweep, job: { ...sweep.job, maxAttempts: 1 } };
const HOUR = 3_600;

let fixture: WorkerFixture;
let broken = true;
beforeAll(async () => {
  fixture = await WorkerFixture.open();
});
afterAll(() => fixture.close());

/** The worker's own jobs, of which one works otherwise. */
const sweepingWith = (run: BoundJob['run']): BoundJob[] =>
  boundJobs(fixture.app).map((job) => (job.definition.name === SWEEP ? { ...job, run } : job));

const watch = (upSeconds: number): ScheduleWatch =>
  new ScheduleWatch(fixture.app.get(DataSource), fixture.get(StaffTasks), () => upSeconds);

const tasks = (kind: string): Promise<object[]> =>
  fixture.query(
    'select subject, closed_at is null as open, closed_by, resolution from staff_tasks where kind = $1',
    [kind],
  );

describe('a start', () => {
  class Thing {
    @IsUUID()
    id: string;
  }
  const refusesItsTick = { ...sweep, job: { ...sweep.job, payload: Thing as typeof sweep.job.payload } };
  const bound = (): BoundJob[] => boundJobs(fixture.app);

  it.each<[string, () => Parameters<WorkerFixture['start']>[0], string, RegExp]>([
    [
      'whose schedule would refuse its own tick',
      () => ({ schedules: [refusesItsTick] }),
      'job_payload_invalid',
      /delivery\.sweep is not valid: id must be a UUID/,
    ],
    [
      'without a handler for a schedule',
      () => ({ jobs: bound().filter(({ definition }) => definition.name !== SWEEP) }),
      'job_handler_missing',
      /delivery\.sweep/,
    ],
    [
      'without a handler for a job that is only enqueued',
      () => ({ jobs: bound().filter(({ definition }) => definition.name !== 'order.expire') }),
      'job_handler_missing',
      /order\.expire/,
    ],
    [
      'with two handlers for one job',
      () => ({ jobs: [...bound(), ...bound().slice(-1)] }),
      'job_handler_duplicate',
      /audit\.tell-admins/,
    ],
  ])('%s is refused with its name', async (_what, parts, code, message) => {
    await expect(fixture.start(parts())).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as unknown,
    });
  });

  it('has a handler for every job that the source text of any app or lib defines', () => {
    const text = ['apps', 'libs'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(
          (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('node_modules'),
        )
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
    const all = text.join('\n');
    const names = [...all.matchAll(/= defineJob\(\{\s*name: '([^']+)'/g)].map(([, name = '']) => name);
    expect(names).toHaveLength([...all.matchAll(/= defineJob\(/g)].length);
    expect(
      bound()
        .map(({ definition }) => definition.name)
        .sort(),
    ).toEqual(names.sort());
  });
});

describe('a schedule whose tick throws', () => {
  it('is red, says why whatever it threw, is a task, and is well again after a retry', async () => {
    // class-validator throws an array: the words of those were once lost.
    const thrown: unknown = ['the mailbox', { state: 'on fire' }];
    const run = async (): Promise<void> => {
      if (broken) throw thrown;
    };
    await fixture.start({ jobs: sweepingWith(run), schedules: [once] });
    const words = 'the mailbox; {"state":"on fire"}';
    expect(await fixture.ticked()).toEqual([
      { name: SWEEP, last_succeeded: null, last_error: words, failing: true },
    ]);
    const [failed] = await failedJobs(fixture.database.source.manager);
    expect(failed).toMatchObject({ name: SWEEP, lastError: words });
    const health = await fixture.ask('/health');
    expect(health.status).toBe(503);
    expect(health.body).toContain(`"${SWEEP}":{"state":"failing"`);
    expect((await fixture.ask('/metrics')).body).toContain(`schedule_failures_total{schedule="${SWEEP}"} 1`);
    // Another worker in its place would not help.
    expect((await fixture.ask('/health/live')).status).toBe(200);
    expect((await fixture.ask('/health/ready')).status).toBe(200);
    await watch(1).settle();
    await watch(1).settle();
    const task = { subject: SWEEP, closed_by: null };
    expect(await tasks('schedule_failing')).toEqual([{ ...task, open: true, resolution: null }]);

    broken = false;
    await retryJobs(fixture.database.source.manager, [failed?.id ?? '']);
    await until('the retry', async () =>
      (await fixture.query('select 1 from schedule_heartbeats where not failing')).length > 0
        ? true
        : undefined,
    );
    await watch(1).settle();
    expect(await tasks('schedule_failing')).toEqual([
      { ...task, open: false, resolution: 'Closed by itself: it works again.' },
    ]);
    expect((await fixture.ask('/health')).status).toBe(200);
  });
});

describe('a schedule that is silent', () => {
  it('is red and a task once whoever looks has given it its time, and well again with its next success', async () => {
    const lastSuccess = (secondsAgo: number): Promise<unknown> =>
      fixture.query(`update schedule_heartbeats set last_succeeded = now() - make_interval(secs => $1)`, [
        secondsAgo,
      ]);
    await lastSuccess(1_190);
    expect(await workerHealth(watch(HOUR))).toMatchObject({ status: 'ok' });
    await lastSuccess(1_201);
    expect(await workerHealth(watch(60))).toMatchObject({ status: 'ok' });
    expect(await workerHealth(watch(HOUR))).toMatchObject({
      status: 'unavailable',
      schedules: { [SWEEP]: { state: 'silent' } },
    });
    await watch(60).settle();
    expect(await tasks('schedule_silent')).toEqual([]);
    await watch(HOUR).settle();
    const task = { subject: SWEEP, closed_by: null };
    expect(await tasks('schedule_silent')).toEqual([{ ...task, open: true, resolution: null }]);
    // A process that has just started knows too little to close it.
    await watch(60).settle();
    expect(await tasks('schedule_silent')).toMatchObject([{ open: true }]);
    await lastSuccess(10);
    await watch(60).settle();
    expect(await tasks('schedule_silent')).toEqual([
      { ...task, open: false, resolution: 'Closed by itself: it works again.' },
    ]);
  });

  it('because the database is away is red too', async () => {
    const lost = new ScheduleWatch(
      new DataSource({ type: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' }),
      fixture.get(StaffTasks),
    );
    expect(await workerHealth(lost)).toEqual({
      status: 'unavailable',
      database: 'unavailable',
      schedules: {},
    });
  });
});
