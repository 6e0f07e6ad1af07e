import type { Candidate, Way } from './analyse.js';
import type { Schema } from './schema.js';

/** Candidates of one kind that were looked at, and why they break nothing. */
export interface Explained {
  /** Of each a call, or several; `*` stands for all, at the end of a name for whatever follows. */
  readonly call: string | readonly string[];
  readonly other: string | readonly string[];
  /** Tables: what was read, and what is written on the strength of it. */
  readonly read: string | readonly string[];
  readonly write: string | readonly string[];
  /** A regular expression: it stands only where this is found in what `call` writes, or in what it holds then (`row orders for update`). */
  readonly while?: string;
  /** One sentence: which lock, constraint, trigger or rule makes it harmless. */
  readonly why: string;
}

export interface Verdict {
  readonly unexplained: readonly Candidate[];
  /** Explanations that explain nothing any more. */
  readonly gone: readonly Explained[];
}

const fits = (wanted: string | readonly string[], name: string): boolean =>
  [wanted].flat().some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name));

const explains = ({ call, other, read, write, while: still }: Explained, candidate: Candidate): boolean =>
  fits(call, candidate.call) &&
  fits(other, candidate.other) &&
  fits(read, candidate.read) &&
  fits(write, candidate.write) &&
  (still === undefined ||
    new RegExp(still).test([candidate.schedule[3].sql.replaceAll('"', ''), ...candidate.holds].join('\n')));

/** Why a candidate breaks nothing; undefined when nobody has looked at it. */
export const explanationOf = (candidate: Candidate, explained: readonly Explained[]): Explained | undefined =>
  explained.find((one) => explains(one, candidate));

export function judge(candidates: readonly Candidate[], explained: readonly Explained[]): Verdict {
  return {
    unexplained: candidates.filter((candidate) => !explanationOf(candidate, explained)),
    gone: explained.filter(
      (one) => one.why.trim() === '' || !candidates.some((candidate) => explains(one, candidate)),
    ),
  };
}

/**
 * What an explanation rests on and is not there, in words; nothing when it could explain something. Which of two jobs comes first in a run does
 * not matter to this, unlike to whether there was something to explain.
 */
export function groundless(
  { call, other, read, write, why }: Explained,
  ways: readonly Way[],
  { tables, names }: Schema,
): string[] {
  const reads = (way: Way): boolean =>
    way.transactions.some(({ work }) => work.some((one) => one.kind === 'read' && fits(read, one.table)));
  const writes = (way: Way): boolean =>
    way.transactions.some(({ work }) => work.some((one) => one.kind !== 'read' && fits(write, one.table)));
  const named = [call, other].flat().filter((one) => !ways.some((way) => fits(one, way.call)));
  const unknown = [read, write].flat().filter((one) => one !== '*' && !tables.has(one));
  const missing = [...why.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)].filter(([name]) => !names.has(name));
  const does = ways.some((way) => fits(call, way.call) && reads(way) && writes(way));
  return [
    ...(why.trim() === '' ? ['it has no words'] : []),
    ...named.map((one) => `no call ${one} changes anything`),
    ...unknown.map((one) => `there is no table ${one}`),
    ...missing.map(([name]) => `the database has no ${name}`),
    ...(does || named.length > 0 ? [] : ['no such call reads the one and writes the other']),
  ];
}

/** The two schedules side by side, as PostgreSQL would meet them. */
export function shown({ call, other, kind, schedule: [reads, changes, touches, writes] }: Candidate): string {
  const line = (who: string, { sql, by }: Candidate['schedule'][0]): string =>
    `    ${who.padEnd(2)} ${by ? `(trigger ${by}) ` : ''}${short(sql)}`;
  const between = touches.at < changes.at ? [touches, changes] : [changes, touches];
  return [
    `  A: ${call}   B: ${other}   ${reads.table} → ${writes.table}, ${kind === 'level' ? 'in one transaction' : 'checked in one transaction, done in a later one'}`,
    line('A', reads),
    ...[...new Set(between)].map((step) => line('B', step)),
    line('B', { ...changes, sql: 'commit', by: undefined }),
    line('A', writes),
  ].join('\n');
}

const short = (sql: string): string =>
  sql
    .replace(/^select (?!1\b).*? from /i, 'select … from ')
    .replace(/^(insert into \S+) ?\(.*/i, '$1 …')
    .replaceAll('"', '')
    .slice(0, 200);
