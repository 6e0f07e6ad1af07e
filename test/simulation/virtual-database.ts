import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@app/testing';

/** A database whose `now()` is the time of the world: a function of that name stands before PostgreSQL's own in the search path. */
export interface VirtualDatabase extends TestDatabase {
  readonly setTime: (ms: number) => Promise<void>;
  /** Ends every connection of the applications, as a restart of the server does. */
  readonly cutConnections: () => Promise<void>;
  /** Waits until the server has ended these connections, and what they held is free. @param pids of the server's processes. */
  readonly ended: (pids: readonly number[]) => Promise<void>;
  /** As the owner of the tables. */
  readonly owner: pg.Client;
}

const loopTurned = (): Promise<void> => new Promise((turned) => setImmediate(turned));

export async function createVirtualDatabase(ms: number): Promise<VirtualDatabase> {
  const made = await createTestDatabase();
  const name = new URL(made.url).pathname.slice(1);
  const owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  await owner.query(`
    create schema simulated;
    create table simulated.clock (at timestamptz not null);
    create function simulated.now() returns timestamptz stable language sql as 'select at from simulated.clock';
    grant usage on schema simulated to public;
    grant select on simulated.clock to public;
    alter database ${name} set search_path = simulated, pg_catalog, public`);
  await owner.query('insert into simulated.clock values ($1)', [new Date(ms)]);
  // It comes by real time, and where it has been, rows lie in another order.
  await owner.query(`
    do $$ declare one regclass; begin
      for one in select oid from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) loop
        execute format('alter table %s set (autovacuum_enabled = false)', one);
      end loop;
    end $$`);
  // Connections that were open before the search path was set tell the real time.
  await made.source.destroy();
  await made.source.initialize();
  const ended = async (pids: readonly number[]): Promise<void> => {
    const lives = 'select 1 from pg_stat_activity where pid = any ($1) limit 1';
    while (pids.length > 0 && (await owner.query(lives, [pids])).rowCount) await loopTurned();
    // Clients are told of it by the event loop, with their next look at their sockets and the one after.
    for (let turn = 0; turn < 4; turn += 1) await loopTurned();
  };
  return {
    ...made,
    owner,
    setTime: async (next) => void (await owner.query('update simulated.clock set at = $1', [new Date(next)])),
    cutConnections: async () => {
      const { rows } = await owner.query<{ pid: number }>(
        `select pid, pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await ended(rows.map(({ pid }) => pid));
    },
    ended,
    drop: async () => {
      await owner.end();
      await made.drop();
    },
  };
}
