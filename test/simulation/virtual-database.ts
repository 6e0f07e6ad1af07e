import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '@app/testing';

/** A database whose `now()` is the time of the world: a function of that name stands before PostgreSQL's own in the search path. */
export interface VirtualDatabase extends TestDatabase {
  readonly setTime: (ms: number) => Promise<void>;
  /** Ends every connection of the applications, as a restart of the server does. */
  readonly cutConnections: () => Promise<void>;
  /** As the owner of the tables. */
  readonly owner: pg.Client;
}

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
  // Connections that were open before the search path was set tell the real time.
  await made.source.destroy();
  await made.source.initialize();
  return {
    ...made,
    owner,
    setTime: async (next) => void (await owner.query('update simulated.clock set at = $1', [new Date(next)])),
    cutConnections: async () => {
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      // They are told of it by the event loop.
      await new Promise((told) => setTimeout(told, 30));
    },
    drop: async () => {
      await owner.end();
      await made.drop();
    },
  };
}
