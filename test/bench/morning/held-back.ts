import type pg from 'pg';
import { until } from '../../../apps/cli/src/journey/until.js';

/**
 * Keeps jobs of one kind waiting until they are let go, so that a fault can be planted between two steps that the worker takes within a second.
 * The jobs themselves are the product's own.
 */
export async function holdBack(owner: pg.Client, job: string): Promise<() => Promise<void>> {
  const name = `held_${job.replace(/\W/g, '_')}`;
  await owner.query(`
    create function ${name}() returns trigger language plpgsql security definer as $$ begin
      if (select identifier from graphile_worker._private_tasks where id = new.task_id) = '${job}' then
        new.run_at := now() + interval '1 day';
      end if;
      return new;
    end $$;
    create trigger ${name} before insert on graphile_worker._private_jobs for each row execute function ${name}();`);
  return async () => {
    await owner.query(`
      drop trigger ${name} on graphile_worker._private_jobs;
      update graphile_worker._private_jobs set run_at = now() where task_id = (select id from graphile_worker._private_tasks where identifier = '${job}')`);
  };
}

/** Waits until a count in the database is reached. */
export async function untilCount(
  owner: pg.Client,
  what: string,
  sql: string,
  count: number,
  seconds = 1800,
): Promise<void> {
  const ask = async (): Promise<true | undefined> => {
    const { rows } = await owner.query<{ count: string }>(sql);
    return Number(rows[0]?.count) >= count ? true : undefined;
  };
  await until(what, ask, seconds);
}
