import pg from 'pg';
import { rewindSchedules, type ScheduleState } from '@app/jobs';
import type { LocalStack } from '../local/local-stack.js';
import { expectThat } from './expect.js';
import { until } from './until.js';

/** What the worker says of itself at `/health`. */
interface Health {
  readonly status: string;
  readonly schedules: Readonly<
    Record<string, { readonly state: ScheduleState; readonly lastSucceeded: string | null }>
  >;
}

/** Takes the worker away, as an outage would, and sees every schedule run when it is back. @throws when one fails or does not run. */
export async function everyScheduleTicks({
  app,
  restart,
  databaseUrl,
  workerUrl,
}: LocalStack): Promise<void> {
  const before = Object.keys((await healthOf(workerUrl)).schedules);
  expectThat(before.length > 0, 'schedules on the health page', before);
  await app('worker')?.stop();
  const away = new Date();
  await rewind(databaseUrl, before);
  await restart('worker');
  const { schedules } = await until('every schedule to tick', async () => {
    const health = await healthOf(workerUrl);
    const settled = Object.values(health.schedules).every(
      ({ state, lastSucceeded }) =>
        state === 'failing' || (lastSucceeded !== null && new Date(lastSucceeded) > away),
    );
    return settled ? health : undefined;
  });
  for (const name of before)
    expectThat(schedules[name]?.state === 'well', `${name} to be well`, schedules[name]?.state);
}

const healthOf = async (workerUrl: string): Promise<Health> =>
  (await (await fetch(`${workerUrl}/health`)).json()) as Health;

async function rewind(databaseUrl: string, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await rewindSchedules((sql, values) => client.query(sql, values), names);
  } finally {
    await client.end();
  }
}
