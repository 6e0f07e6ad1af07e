import pg from 'pg';

/** Tables that say what the schema is: applications read them, and only migrations write them. */
const OF_THE_SCHEMA = ['public.migrations', 'graphile_worker.migrations'];

/**
 * Lets the applications' role work with the tables, and no more: it owns none, so it can neither change, empty nor drop one, nor switch off
 * what a trigger forbids. Makes the role when there is none, with the password of `applicationsUrl`. Safe to repeat, after every migration.
 * @param ownerUrl whoever ran the migrations.
 * @param applicationsUrl what the applications connect with; nothing is done when that is the owner.
 */
export async function grantToApplications(ownerUrl: string, applicationsUrl: string): Promise<void> {
  const { username, password } = new URL(applicationsUrl);
  const role = decodeURIComponent(username);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ me: string; known: boolean }>(
      'select current_user as me, exists (select 1 from pg_roles where rolname = $1) as known',
      [role],
    );
    if (!rows[0] || rows[0].me === role) return;
    if (!rows[0].known)
      await client.query(
        `create role ${pg.escapeIdentifier(role)} login noinherit password ${pg.escapeLiteral(decodeURIComponent(password))}`,
      );
    await client.query(grants(pg.escapeIdentifier(role)));
    await client.query(POLICIES);
    await client.query(LOOK_IN_PUBLIC);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

const grants = (role: string): string =>
  ['public', 'graphile_worker']
    .map(
      (schema) => `
        revoke create on schema ${schema} from public;
        grant usage on schema ${schema} to ${role};
        grant select, insert, update, delete on all tables in schema ${schema} to ${role};
        grant usage, select on all sequences in schema ${schema} to ${role};`,
    )
    .join('') +
  OF_THE_SCHEMA.map((table) => `revoke insert, update, delete on ${table} from ${role};`).join('');

/** graphile-worker shows its rows to the owner of its tables alone; whoever has a grant on them may see them. */
const POLICIES = `
  do $$ declare hidden record; begin
    for hidden in select c.oid::regclass as name from pg_class c
      where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
        and not exists (select 1 from pg_policy where polrelid = c.oid and polname = 'whoever_is_granted') loop
      execute format('create policy whoever_is_granted on %s using (true) with check (true)', hidden.name);
    end loop;
  end $$;`;

/**
 * What a trigger asks a table, it asks ours: by itself PostgreSQL looks first among the temporary tables of whoever is connected, and anybody may
 * make one that has our table's name and says what they like.
 */
const LOOK_IN_PUBLIC = `
  do $$ declare ours record; begin
    for ours in select oid::regprocedure as name from pg_proc
      where pronamespace = 'public'::regnamespace and pg_has_role(proowner, 'MEMBER') and proconfig is null loop
      execute format('alter function %s set search_path = public, pg_temp', ours.name);
    end loop;
  end $$;`;

/**
 * Why the role of a connection could do what only migrations may, in words; null when it cannot: it owns none of our tables and is no superuser.
 * @param query runs one statement as that role.
 */
export async function roleFault(query: (sql: string) => Promise<unknown>): Promise<string | null> {
  const [row] = (await query(
    `select (select rolsuper from pg_roles where rolname = current_user) as super,
       exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and pg_has_role(current_user, relowner, 'MEMBER')) as owns`,
  )) as { super: boolean; owns: boolean }[];
  if (row?.super) return 'The applications connect to the database as a superuser.';
  return row?.owns ? 'The applications connect to the database as the owner of its tables.' : null;
}
