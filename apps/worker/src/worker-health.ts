import { isTrouble, type ScheduleState, type ScheduleWatch } from '@app/jobs';

export interface WorkerHealth {
  readonly status: 'ok' | 'unavailable';
  /** `unfit`: not migrated, in production connected to as its owner, or with files that these settings cannot get. */
  readonly database: 'ok' | 'unavailable' | 'unfit';
  /** No error words: what they hold is for signed-in staff. */
  readonly schedules: Readonly<Record<string, { state: ScheduleState; lastSucceeded: Date | null }>>;
}

/** A database that takes longer than this is away, in milliseconds. */
const PATIENCE = 3_000;

/** What the worker depends on and what it owes, as it stands. Never throws: a database that is away is an answer. */
export async function workerHealth(
  watch: Pick<ScheduleWatch, 'look'>,
  faults: () => Promise<readonly string[]> = () => Promise.resolve([]),
): Promise<WorkerHealth> {
  const schedules = await within(PATIENCE, watch.look()).catch(() => undefined);
  if (!schedules) return { status: 'unavailable', database: 'unavailable', schedules: {} };
  const fit = await within(PATIENCE, faults()).catch(() => ['no answer']);
  const trouble = fit.length > 0 || schedules.some(({ state }) => isTrouble(state));
  return {
    status: trouble ? 'unavailable' : 'ok',
    database: fit.length > 0 ? 'unfit' : 'ok',
    schedules: Object.fromEntries(
      schedules.map(({ name, state, lastSucceeded }) => [name, { state, lastSucceeded }]),
    ),
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
