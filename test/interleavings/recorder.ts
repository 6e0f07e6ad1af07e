import { AsyncLocalStorage } from 'node:async_hooks';
import { channel, tracingChannel } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { definedJobs } from '@app/jobs';
import pg from 'pg';
import { alike, type Line, type Recorded, type Statement } from './recorded.js';

/** What names a row: our ids, hashes of secrets, references, and the ids of Stripe. */
const KEY = /^([0-9a-f-]{36}|[0-9a-f]{64}|PW-[\w-]+|(pi|cs|re|dp|evt|ch)_\w+)$/;
/** Of a long list the first so many rows. */
const LOOKED_AT = 30;

/** A call that is under way. */
interface Under {
  readonly recorded: Recorded;
  readonly connections: Map<unknown, number>;
  readonly keys: Map<unknown, number>;
}

interface Answer {
  readonly rowCount: number | null;
  readonly rows?: object[];
}

interface Listening {
  readonly calls: Recorded[];
  readonly routes: Set<string>;
}

const HERE = Symbol.for('interleavings');
const shared = globalThis as unknown as Record<symbol, Listening | undefined>;

/** Hears of every request from Fastify, of every job from its handler, and of every statement from the driver; the product knows nothing of it. */
function listen(): Listening {
  const calls: Recorded[] = [];
  const routes = new Set<string>();
  const current = new AsyncLocalStorage<Under>();
  const begun = (call: string): Under => {
    const recorded: Recorded = { call, statements: [] };
    calls.push(recorded);
    return { recorded, connections: new Map(), keys: new Map() };
  };

  channel('fastify.initialization').subscribe((told) => {
    const { fastify } = told as { fastify: { addHook(name: string, hook: (route: Route) => void): void } };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') routes.add(`${one} ${url}`);
    });
  });
  interface Route {
    readonly method: string | string[];
    readonly url: string;
  }
  interface Handled {
    readonly request: { readonly method: string; readonly routeOptions: { readonly url?: string } };
  }
  tracingChannel<unknown, Handled>('fastify.request.handler').start.bindStore(current, (told) => {
    const { request } = told;
    return begun(`${request.method} ${request.routeOptions.url ?? ''}`);
  });
  tracingChannel<unknown, { name: string }>('jobs.handler').start.bindStore(current, (told) =>
    begun(told.name),
  );

  type Send = (this: object, ...sent: unknown[]) => unknown;
  const client = pg.Client.prototype as unknown as { query: Send };
  const send = client.query;
  client.query = function (...sent) {
    const call = current.getStore();
    const [asked, given] = sent;
    // What is prepared once comes with its values, and is answered by a callback.
    const values = given ?? (asked as { values?: unknown } | undefined)?.values;
    const text = typeof asked === 'string' ? asked : (asked as { text?: unknown } | undefined)?.text;
    if (!call || typeof text !== 'string') return send.apply(this, sent);
    // Which of the advisory locks it is stands in the values alone; the number comes last.
    const lock = /advisory/.test(text) && Array.isArray(values) ? ` -- ${String(values.at(-1))}` : '';
    // A list is a list, however long.
    const sql =
      text
        .replace(/\s+/g, ' ')
        .replace(/\$\d+(, \$\d+)+/g, '$n')
        .trim() + lock;
    const numbered = (all: Map<unknown, number>, one: unknown): number =>
      all.get(one) ?? all.set(one, all.size + 1).size;
    const keysIn = (some: readonly unknown[]): number[] =>
      some
        .flat()
        .filter((one) => typeof one === 'string' && KEY.test(one))
        .map((one) => numbered(call.keys, one));
    const statement: Statement = {
      connection: numbered(call.connections, this),
      sql,
      about: keysIn(Array.isArray(values) ? values : []),
    };
    call.recorded.statements.push(statement);
    const hear = ({ rowCount, rows = [] }: Answer): void => {
      statement.rows = rowCount ?? 0;
      statement.about.push(...rows.slice(0, LOOKED_AT).flatMap((row) => keysIn(Object.values(row))));
    };
    const told = sent.at(-1);
    if (typeof told === 'function')
      sent[sent.length - 1] = (error: unknown, answer?: Answer) => {
        if (answer) hear(answer);
        (told as (error: unknown, answer?: Answer) => void)(error, answer);
      };
    const answer = send.apply(this, sent);
    if (answer instanceof Promise) answer.then(hear, () => undefined);
    return answer;
  };
  return { calls, routes };
}

const folder = process.env['INTERLEAVINGS'];
if (folder) {
  const heard = (shared[HERE] ??= listen());
  afterAll(() => {
    const lines: Line[] = [{ routes: [...heard.routes] }, { jobs: definedJobs() }];
    lines.push(...heard.calls.splice(0));
    const once = new Map(lines.map((line) => [alike(line), JSON.stringify(line)]));
    appendFileSync(join(folder, `${process.pid}.jsonl`), [...once.values(), ''].join('\n'));
  });
}
