import type { Recorded } from './recorded.js';
import { type Operation, readSql } from './read-sql.js';
import type { Schema } from './schema.js';

/** An operation in its transaction. */
export interface Done extends Operation {
  readonly sql: string;
  /** Its place in the call. */
  readonly at: number;
  /** The trigger that does it, beside a statement of ours. */
  readonly by?: string | undefined;
  /** It found nothing: what comes new would have changed it. */
  readonly empty: boolean;
  /** The keys of the rows it was about, by numbers of the call. */
  readonly about: readonly number[];
}

/** How strongly PostgreSQL holds something, from the weakest. */
export type Strength = 'key share' | 'share' | 'no key update' | 'update';

/** Something held until the transaction ends: `advisory 727003`, or `row orders`: the one row of that table that the call is about. */
export interface Hold {
  readonly what: string;
  readonly strength: Strength;
  readonly since: number;
  readonly by?: string | undefined;
  /** A new row may refer to nothing: it holds the row of this table only where its transaction is about one. */
  readonly ifAbout?: string | undefined;
}

export interface Transaction {
  readonly work: readonly Done[];
  readonly holds: readonly Hold[];
}

/** What one call did, as transactions in order; a statement outside of any is one of its own. What was rolled back or failed only read. */
export function transactionsOf({ statements }: Recorded, schema: Schema): Transaction[] {
  const done: (Transaction & { readonly began: number })[] = [];
  const open = new Map<number, { work: Done[]; holds: Hold[]; began: number }>();
  const things = thingsOf(statements);
  statements.forEach(({ connection, sql, rows, about: keys }, at) => {
    const about = keys.map((key) => things(key));
    const step = readSql(sql, schema);
    if (step.does === 'begin') return void open.set(connection, { work: [], holds: [], began: at });
    const inside = open.get(connection);
    if (step.does === 'commit' || step.does === 'roll back') {
      open.delete(connection);
      const kept = inside && (step.does === 'commit' ? inside : onlyRead(inside));
      if (kept && kept.work.length > 0) done.push({ ...sure(kept), began: inside.began });
      return;
    }
    const into = inside ?? { work: [], holds: [], began: at };
    if (step.does === 'lock') into.holds.push({ what: step.lock, strength: 'update', since: at });
    else if (rows !== undefined)
      for (const operation of step.operations) add(into, operation, { sql, at, rows, about }, schema);
    if (!inside && into.work.length > 0) done.push({ ...sure(into), began: into.began });
  });
  for (const left of open.values())
    if (left.work.length > 0) done.push({ ...onlyRead(left), began: left.began });
  return done.sort((a, b) => a.began - b.began);
}

/** Keys that stand together in one statement about one row belong to one thing: an attempt, its email, its order. */
function thingsOf(statements: Recorded['statements']): (key: number) => number {
  const belongs = new Map<number, number>();
  const root = (key: number): number => {
    const up = belongs.get(key);
    return up === undefined ? key : root(up);
  };
  for (const { about, rows } of statements)
    if (rows !== undefined && rows <= 1)
      for (const key of about) {
        const [one, other] = [root(about[0] ?? key), root(key)];
        if (one !== other) belongs.set(other, one);
      }
  return root;
}

const onlyRead = <T extends Transaction>(transaction: T) => ({
  work: transaction.work.filter(({ kind }) => kind === 'read'),
  holds: [],
});

const sure = ({ work, holds }: Transaction): Transaction => ({
  work,
  holds: holds.filter(
    ({ ifAbout }) => !ifAbout || work.some(({ table, by }) => table === ifAbout && by === undefined),
  ),
});

function add(
  { work, holds }: { work: Done[]; holds: Hold[] },
  operation: Operation,
  { sql, at, rows, about }: { sql: string; at: number; rows: number; about: readonly number[] },
  schema: Schema,
): void {
  if (rows === 0 && operation.kind !== 'read') return;
  work.push({ ...operation, sql, at, about, empty: rows === 0 });
  if (rows > 0) holds.push(...held(operation, at, schema));
  const fired = schema.tables
    .get(operation.table)
    ?.triggers.filter(
      ({ events, of }) =>
        events.some((event) => event === operation.kind) &&
        (operation.kind !== 'update' ||
          of.length === 0 ||
          of.some((column) => operation.columns.has(column))),
    );
  for (const { calls } of fired ?? [])
    for (const inner of bodyOf(calls, schema)) {
      work.push({ ...inner, sql, at, about, by: calls, empty: false });
      holds.push(...held(inner, at, schema).map((hold) => ({ ...hold, by: calls })));
    }
}

/** What PostgreSQL holds for an operation; a new row holds the rows it refers to. */
function held({ kind, table, lock }: Operation, since: number, schema: Schema): Hold[] {
  const own =
    kind === 'read' ? lock : kind === 'update' ? 'no key update' : kind === 'delete' ? 'update' : undefined;
  const parents = kind === 'insert' ? (schema.tables.get(table)?.parents ?? []) : [];
  return [
    ...(own ? [{ what: `row ${table}`, strength: own, since }] : []),
    ...parents.map(({ table: parent, always }) => ({
      ...{ what: `row ${parent}`, strength: 'key share' as const, since },
      ...(!always && { ifAbout: parent }),
    })),
  ];
}

const read = new WeakMap<Schema, Map<string, Operation[]>>();

/** What a function of ours in the database reads, writes and locks, with the functions it calls. Its conditions are not understood: it may do all of it. */
function bodyOf(name: string, schema: Schema): Operation[] {
  const known = read.get(schema) ?? read.set(schema, new Map()).get(schema);
  const before = known?.get(name);
  if (before) return before;
  const body = (schema.functions.get(name) ?? '').replace(/--.*/g, '').replace(/'(?:[^']|'')*'/g, "''");
  const found = body.split(';').flatMap((part) => {
    const called = [...part.matchAll(/\b([a-z_]+)\s*\(/gi)].map(([, inner = '']) => inner.toLowerCase());
    const inside = called
      .filter((inner) => inner !== name && schema.functions.has(inner))
      .flatMap((inner) => bodyOf(inner, schema));
    const [statement] = /\b(select|perform|insert into|update|delete from)\b[\s\S]*/i.exec(part) ?? [];
    const step = statement && readSql(statement.replace(/^perform/i, 'select'), schema);
    return step && step.does === 'work' ? [...inside, ...step.operations] : inside;
  });
  known?.set(name, found);
  return found;
}

/** What PostgreSQL makes wait for what: https://www.postgresql.org/docs/18/explicit-locking.html#LOCKING-ROWS, table 13.3. */
export const WAITS: Readonly<Record<Strength, readonly Strength[]>> = {
  'key share': ['update'],
  share: ['no key update', 'update'],
  'no key update': ['share', 'no key update', 'update'],
  update: ['key share', 'share', 'no key update', 'update'],
};
