import { type Exposed, exposures, heldBy, isWrite } from './exposures.js';
import type { Schema } from './schema.js';
import { type Done, type Transaction, WAITS } from './transactions.js';

/** A call as it once went. */
export interface Way {
  readonly call: string;
  readonly transactions: readonly Transaction[];
}

/**
 * An interleaving that READ COMMITTED lets happen and that no order of the two calls one after the other gives: `call` reads, then the other
 * one commits a change of what was read and has touched what `call` writes, then `call` commits its write.
 */
export interface Candidate {
  readonly call: string;
  readonly other: string;
  /** The table that was read, and the one that is written on the strength of it. */
  readonly read: string;
  readonly write: string;
  /** `level`: within one transaction. `scope`: read before the transaction that writes. */
  readonly kind: Exposed['kind'];
  /** What `call` holds when it writes. */
  readonly holds: readonly string[];
  /** What `call` reads, what the other changes and touches, what `call` writes. */
  readonly schedule: readonly [reads: Done, changes: Done, touches: Done, writes: Done];
}

/** Columns that name a thing: those of a foreign key, and what Stripe and secrets are known by. */
const NAMES = /(^|_)(id|hash|key|subject)$/;
const CHAIN = 'audit_log';

/** Every candidate among these calls, each pair of calls and tables once. @param counts tables that carry an invariant. */
export function candidates(
  ways: readonly Way[],
  schema: Schema,
  counts: (table: string) => boolean,
  of: ReadonlySet<string> = new Set(ways.map(({ call }) => call)),
): Candidate[] {
  const rules = new Rules(schema);
  const others = distinct(
    ways.flatMap(({ call, transactions }) =>
      transactions.filter(({ work }) => work.some(isWrite)).map((transaction) => ({ call, transaction })),
    ),
    ({ call, transaction }) => `${call}\n${signature(transaction)}`,
  );
  const changing = new Map<string, typeof others>();
  for (const other of others)
    for (const table of new Set(other.transaction.work.filter(isWrite).map((one) => one.table)))
      changing.set(table, [...(changing.get(table) ?? []), other]);
  const found = new Map<string, Candidate>();
  for (const call of of) {
    const all = ways.filter((way) => way.call === call).flatMap((way) => exposures(way.transactions, counts));
    for (const exposed of distinct(all, keyOf)) {
      const { reads, writes, kind } = exposed;
      // The audit log records what its transaction did, in the order of commits: it is a reason for nothing but its own next entry.
      if ((reads.table === CHAIN) !== (writes.table === CHAIN)) continue;
      for (const { call: other, transaction } of changing.get(reads.table) ?? []) {
        if (!transaction.work.some(({ table }) => table === writes.table)) continue;
        const holds = heldBy(exposed);
        const key = [call, other, reads.table, writes.table, kind, writes.sql, ...holds].join('\n');
        const touched = found.has(key) ? undefined : rules.broken(exposed, transaction);
        if (!touched) continue;
        found.set(key, {
          ...{ call, other, kind, read: reads.table, write: writes.table, holds },
          schedule: [reads, ...touched, writes],
        });
      }
    }
  }
  return [...found.values()];
}

const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((one) => others.has(one));
const distinct = <T>(all: readonly T[], key: (one: T) => string): T[] => [
  ...new Map(all.map((one) => [key(one), one])).values(),
];
const signature = ({ work, holds }: Transaction): string =>
  JSON.stringify([work.map(({ sql, by }) => [sql, by]), holds.map(({ what, strength }) => [what, strength])]);
const keyOf = ({ reads, writes, kind, held, inside }: Exposed): string =>
  JSON.stringify([reads.sql, reads.by, reads.table, writes.sql, writes.table, kind, held, signature(inside)]);

/** What conflicts, and what shuts a conflict out. */
class Rules {
  private readonly families = new Map<string, ReadonlySet<string>>();

  constructor(private readonly schema: Schema) {}

  /** What the other transaction changes and touches, when it can come between. */
  broken(exposed: Exposed, other: Transaction): [changes: Done, touches: Done] | undefined {
    const { reads, writes, held, inside } = exposed;
    const covers = (what: string, touches: Done): boolean =>
      what.startsWith('advisory') ||
      this.owns(what, reads.table, this.isNarrow(reads) || reads.lock !== undefined) ||
      this.owns(what, writes.table, isWrite(touches) || this.isNarrow(touches));
    const waits = (touches: Done): boolean =>
      held.some(
        ({ what, strength }) =>
          covers(what, touches) &&
          other.holds.some(
            (hold) => hold.what === what && !hold.by && WAITS[strength].includes(hold.strength),
          ),
      );
    const changes = other.work.find(
      (change) =>
        this.changes(change, reads) &&
        !this.gated(inside, reads, change) &&
        !this.readAgain(inside, reads, change) &&
        !this.onlyOne(reads, writes, change),
    );
    const touches = changes && other.work.find((touch) => this.touches(touch, writes) && !waits(touch));
    return changes && touches && [changes, touches];
  }

  /** A lock on one row is a lock on all that belongs to it, for whoever looks at just that. */
  private owns(what: string, table: string, narrow: boolean): boolean {
    return narrow && this.family(what.slice('row '.length)).has(table);
  }

  /** A write changes what a reading saw. A row that was found by its key is no new one. */
  private changes(change: Done, reads: Done): boolean {
    if (change.kind === 'read' || change.table !== reads.table) return false;
    if (change.kind === 'insert') return reads.empty || !this.byKey(reads);
    return meets(change.columns, new Set([...reads.columns, ...reads.where]));
  }

  private touches(touch: Done, writes: Done): boolean {
    if (touch.table !== writes.table) return false;
    if (touch.kind === 'insert') return writes.kind !== 'insert' && !this.byKey(writes);
    if (writes.kind === 'insert') return touch.empty || !this.byKey(touch);
    return meets(writes.columns, new Set([...touch.columns, ...touch.where]));
  }

  /** Compare and set: the transaction changes that row only if it still is as it was read. */
  private gated(inside: Transaction, reads: Done, change: Done): boolean {
    return inside.work.some(
      (gate) =>
        gate.kind !== 'insert' &&
        gate.kind !== 'read' &&
        gate.table === reads.table &&
        gate.at >= reads.at &&
        change.kind !== 'insert' &&
        meets(gate.where, change.columns),
    );
  }

  /** The transaction that writes looks again at what was changed; whether that is safe is then asked of that reading. */
  private readAgain(inside: Transaction, reads: Done, change: Done): boolean {
    const seen =
      change.kind === 'update'
        ? [...change.columns].filter((column) => reads.columns.has(column) || reads.where.has(column))
        : [];
    return inside.work.some(
      (again) =>
        again.table === reads.table &&
        again.kind === 'read' &&
        again.at > reads.at &&
        // A trigger that looks into the table it stands on looks at other rows.
        !(
          again.by &&
          inside.work.some(
            ({ at, table, kind }) => at === again.at && table === reads.table && kind !== 'read',
          )
        ) &&
        (change.kind !== 'insert' || !this.byKey(again) || this.byKey(reads)) &&
        (this.isNarrow(again) || !this.isNarrow(reads)) &&
        seen.every((column) => again.columns.has(column) || again.where.has(column)),
    );
  }

  /** Both add a row, and a unique index takes one of them: its columns are those that were looked for. */
  private onlyOne(reads: Done, writes: Done, changes: Done): boolean {
    return (
      writes.kind === 'insert' &&
      changes.kind === 'insert' &&
      writes.table === reads.table &&
      this.uniqueOf(reads.table).some(
        (columns) => columns.length > 0 && columns.every((column) => reads.where.has(column)),
      )
    );
  }

  private uniqueOf(table: string): readonly (readonly string[])[] {
    return this.schema.tables.get(table)?.unique ?? [];
  }

  private byKey({ table, equal }: Done): boolean {
    return this.uniqueOf(table).some((columns) => columns.every((column) => equal.has(column)));
  }

  /** It is about the rows of one thing: found by a key, by what they refer to, or by what names it elsewhere. */
  private isNarrow(done: Done): boolean {
    return done.kind === 'insert' || this.byKey(done) || [...done.equal].some((column) => NAMES.test(column));
  }

  /** The tables whose rows belong to a row of this one. */
  private family(root: string): ReadonlySet<string> {
    const known = this.families.get(root);
    if (known) return known;
    const family = new Set([root]);
    for (let before = 0; before < family.size;) {
      before = family.size;
      for (const [name, { parents }] of this.schema.tables)
        if (parents.some(({ table }) => family.has(table))) family.add(name);
    }
    this.families.set(root, family);
    return family;
  }
}
