import type { Recorded } from './recorded.js';

/** One protection that is taken away from a call, in every way in which it was recorded. */
export interface Weakening {
  readonly what: string;
  readonly of: (call: Recorded) => Recorded;
}

const LOCKS_BY_NAME = /pg_advisory_xact_lock.*-- (\d+)$/;
const LOCKS_ROWS = /^select .*? from "?(\w+)"?.*( for (?:no key update|update|share)(?: skip locked)?)$/i;
const SETS_IF = /^update "?(\w+)"? set .* where \(?\(?"?id"? = \S+( and .*)$/i;

/** Everything by which a call keeps others out, each taken away alone: locks by name, locks of rows, and what an update compares before it sets. */
export function weakenings(ways: readonly Recorded[]): Weakening[] {
  const found = new Map<string, Weakening>();
  const add = (what: string, weaken: (sql: string) => string | null): void => {
    if (!found.has(what)) found.set(what, { what, of: (call) => changed(call, weaken) });
  };
  for (const { sql } of ways.flatMap(({ statements }) => statements)) {
    const [, number] = LOCKS_BY_NAME.exec(sql) ?? [];
    if (number)
      add(`lock by the name ${number}`, (each) => (LOCKS_BY_NAME.exec(each)?.[1] === number ? null : each));
    const [, table, strength = ''] = LOCKS_ROWS.exec(sql) ?? [];
    if (table)
      add(`lock of ${table}${strength.toLowerCase()}`, (each) => {
        const [, other, ending = ''] = LOCKS_ROWS.exec(each) ?? [];
        return other === table && ending === strength ? each.slice(0, -ending.length) : each;
      });
    const [, set, compared = ''] = SETS_IF.exec(sql) ?? [];
    if (set)
      add(`compare and set of ${set}:${compared.replace(/\$\w+/g, '?').slice(0, 60)}`, (each) =>
        SETS_IF.exec(each)?.[2] === compared && each.includes(set)
          ? `${each.slice(0, -compared.length)}${/where \(\(/i.test(each) ? ')' : ''}`
          : each,
      );
  }
  return [...found.values()];
}

/** All of these at once. */
export const together = (all: readonly Weakening[]): Weakening => ({
  what: 'every protection',
  of: (call) => all.reduce((weaker, { of }) => of(weaker), call),
});

const changed = (call: Recorded, weaken: (sql: string) => string | null): Recorded => ({
  ...call,
  statements: call.statements.flatMap((one) => {
    const sql = weaken(one.sql);
    return sql === null ? [] : [{ ...one, sql }];
  }),
});
