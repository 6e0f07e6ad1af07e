import { EmailRenderer } from '@app/mail';
import type { Options } from './simulate.js';
import type { World } from './world.js';

export const DAY = 86_400_000;

/** Something wrong with the product that the auditor must find. */
export interface Fault {
  readonly what: string;
  /** In which circumstances it shows. */
  readonly where: Omit<Options, 'seed' | 'listen'>;
  /** Within so many seeds it is found. */
  readonly within: number;
  readonly plant: (world: World) => Promise<void> | void;
}

export const NOW = { pay: 'at_once', wait: false, later: 'nothing' } as const;
export const calm = (scene: Options['scene'] = NOW, more: Partial<Options> = {}): Fault['where'] => ({
  orders: 2,
  weather: 'calm',
  scene,
  ...more,
});
export const storm: Fault['where'] = { orders: 4, weather: 'storm', scene: NOW };
/** Nobody reviews until every promise is missed. */
export const LATE = { nobodyReviews: 8 };

/** A job that is taken from the queue and does nothing. */
export const idle =
  (...names: readonly string[]) =>
  ({ worker }: World): void => {
    worker.wrap = (job) =>
      names.includes(job.definition.name) ? { ...job, run: async () => undefined } : job;
  };

export const neverRuns =
  (...names: readonly string[]) =>
  ({ worker }: World): void => {
    worker.schedules = worker.schedules.filter(({ job }) => !names.includes(job.name));
  };

/** A trigger that changes or drops a row, before every guard of ours. */
export const trigger =
  (table: string, moment: string, body: string) =>
  async ({ database: { owner } }: World): Promise<void> => {
    await owner.query(`
      create function simulated.planted_in_${table}() returns trigger language plpgsql as $$ begin ${body} end $$;
      create trigger aaa_planted before ${moment} on ${table} for each row execute function simulated.planted_in_${table}()`);
  };

/** An email is rendered with something else in it. */
export const rendered =
  (name: string, change: (data: Record<string, unknown>) => Record<string, unknown>) =>
  ({ worker }: World): void => {
    worker.alter = (altered) => {
      const emails = altered.get(EmailRenderer);
      const real = emails.render.bind(emails);
      emails.render = (template, data) =>
        real(template, template === name ? { ...data, ...change({ ...data }) } : data);
    };
    worker.alter(worker);
  };

export const later = (at: unknown, days: number): Date => new Date((at as Date).getTime() + days * DAY);
