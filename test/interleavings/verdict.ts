import type { Candidate } from './analyse.js';

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

export function judge(candidates: readonly Candidate[], explained: readonly Explained[]): Verdict {
  return {
    unexplained: candidates.filter((candidate) => !explained.some((one) => explains(one, candidate))),
    gone: explained.filter(
      (one) => one.why.trim() === '' || !candidates.some((candidate) => explains(one, candidate)),
    ),
  };
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
