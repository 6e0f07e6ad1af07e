import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alike, type Line, type Recorded } from './recorded.js';
import { readSql } from './read-sql.js';
import type { Schema } from './schema.js';

/** What a run of the tests has told. */
export interface Recordings {
  /** Every way in which a call went, each once. */
  readonly calls: readonly Recorded[];
  /** Every endpoint that takes a form or a webhook, and every job. */
  readonly known: readonly string[];
}

/** @param foreign paths that are no part of the site or the desk. */
export function readRecordings(folder: string, foreign: RegExp): Recordings {
  const known = new Set<string>();
  const calls = new Map<string, Recorded>();
  for (const file of readdirSync(folder).sort())
    for (const text of readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)) {
      const line = JSON.parse(text) as Line;
      if ('routes' in line)
        line.routes
          .filter((route) => route.startsWith('POST ') && !foreign.test(route))
          .forEach((one) => known.add(one));
      else if ('jobs' in line) line.jobs.filter((job) => !foreign.test(job)).forEach((job) => known.add(job));
      else if (!foreign.test(line.call)) calls.set(alike(line), line);
    }
  return { calls: [...calls.values()], known: [...known].sort() };
}

/** What changes nothing breaks nothing; a page that only reads is no call to look at. */
export function changesSomething(
  { statements }: Recorded,
  schema: Schema,
  counts: (table: string) => boolean,
): boolean {
  return statements.some(({ sql }) => {
    const step = readSql(sql, schema);
    return (
      step.does === 'work' && step.operations.some(({ kind, table }) => kind !== 'read' && counts(table))
    );
  });
}
