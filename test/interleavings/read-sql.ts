import type { Schema } from './schema.js';

export type RowLock = 'update' | 'no key update' | 'share' | 'key share';

/** What one statement does to one table. */
export interface Operation {
  readonly kind: 'read' | 'insert' | 'update' | 'delete';
  readonly table: string;
  /** Read: every column it names. Written: those it sets; an insert or a delete touches all. */
  readonly columns: ReadonlySet<string>;
  /** The columns that say which rows. */
  readonly where: ReadonlySet<string>;
  /** The columns that must equal a value, or be in a list of them. */
  readonly equal: ReadonlySet<string>;
  readonly lock?: RowLock | undefined;
}

export type Step =
  | { readonly does: 'begin' }
  | { readonly does: 'commit' }
  | { readonly does: 'roll back' }
  | { readonly does: 'lock'; readonly lock: string }
  | { readonly does: 'work'; readonly operations: readonly Operation[] };

const TOKEN = /'(?:[^']|'')*'|"[^"]+"|\$\d+|[a-z_][a-z_0-9]*|\d+|::|<>|<=|>=|->>|->|\S/gi;
/** Where `from` stands before something that is no table. */
const FROM_INSIDE = new Set(['extract', 'substring', 'trim', 'overlay', 'position']);
const ENDS = new Set(['where', 'returning', 'from', 'on', ';']);

const words = (sql: string): string[] =>
  (sql.match(TOKEN) ?? []).map((token) =>
    token.startsWith("'") ? token : token.replaceAll('"', '').toLowerCase(),
  );

/** Reads a statement of ours. @throws when it names a table that is not there, or is of a kind nobody has met: then this reader must learn it. */
export function readSql(sql: string, schema: Schema): Step {
  const control = /^(start transaction|begin|commit|end|rollback(?! to))\b/i.exec(sql)?.[1]?.toLowerCase();
  if (control === 'commit' || control === 'end') return { does: 'commit' };
  if (control) return { does: control === 'rollback' ? 'roll back' : 'begin' };
  // Blocks of code, locks of whole tables and changes of the schema are what a test sends to break something: the product sends none.
  if (
    /^(savepoint|release|rollback to|set|show|listen|notify|do|lock|alter|create|drop|truncate|grant|revoke|analyze|explain|vacuum|copy|reset|discard|declare|fetch|close)\b/i.test(
      sql,
    )
  )
    return { does: 'work', operations: [] };
  const advisory = /pg_(?:try_)?advisory_(xact_)?(?:un)?lock.*?(?:-- (\S+))?$/i.exec(sql);
  if (advisory) return { does: 'lock', lock: `advisory ${advisory[2] ?? sql}` };
  return { does: 'work', operations: operationsOf(words(sql), schema) };
}

function operationsOf(tokens: readonly string[], schema: Schema): Operation[] {
  const first = tokens[0] ?? '';
  if (!['select', 'with', 'insert', 'update', 'delete', 'values'].includes(first))
    throw new Error(`not a statement this reader knows: ${tokens.slice(0, 20).join(' ')}`);
  const ctes = new Set(
    tokens.filter(
      (_, at) => tokens[at + 1] === 'as' && ['(', 'materialized', 'not'].includes(tokens[at + 2] ?? ''),
    ),
  );
  const passed = new Set(
    [...schema.tables.values()].flatMap(({ triggers }) => triggers.flatMap((one) => one.passed)),
  );
  const found: (Operation & { readonly within: number })[] = [];
  const open: number[] = [0];
  let groups = 0;
  tokens.forEach((token, at) => {
    const within = open.at(-1) ?? 0;
    if (token === '(') open.push((groups += 1));
    if (token === ')') open.pop();
    const before = tokens[at - 1] ?? '';
    if (token === 'for' && /^(update|no|share|key)$/.test(tokens[at + 1] ?? '')) {
      const mode = /^(update|no key update|share|key share)/.exec(
        tokens.slice(at + 1, at + 4).join(' '),
      )?.[1];
      found.forEach((one, index) => {
        if (one.within === within && one.kind === 'read') found[index] = { ...one, lock: mode as RowLock };
      });
      return;
    }
    const kind =
      token === 'into' && before === 'insert'
        ? 'insert'
        : token === 'update' && !['for', 'do', 'key'].includes(before)
          ? 'update'
          : token === 'from' && before === 'delete'
            ? 'delete'
            : ((token === 'from' && before !== 'distinct') || token === 'join') &&
                !FROM_INSIDE.has(opener(tokens, at))
              ? 'read'
              : undefined;
    if (!kind) return;
    for (const name of tablesAfter(tokens, at, kind)) {
      if (ctes.has(name) || passed.has(name)) continue;
      const table = schema.tables.get(name);
      if (!table) throw new Error(`no table ${name} in: ${tokens.join(' ').slice(0, 300)}`);
      found.push({ kind, table: name, within, ...columnsOf(kind, tokens, at, table.columns) });
    }
    if (kind === 'insert' && tokens.join(' ').includes('do update set')) {
      const set = tokens.findIndex((one, index) => one === 'set' && tokens[index - 1] === 'update');
      const table = tokens[at + 1] ?? '';
      const { columns } = schema.tables.get(table) ?? { columns: [] };
      found.push({ kind: 'update', table, within, ...columnsOf('update', tokens, set - 2, columns) });
    }
  });
  // What a statement reads to know what to write comes before it writes.
  return [...found.filter(({ kind }) => kind === 'read'), ...found.filter(({ kind }) => kind !== 'read')];
}

/** The word before the parenthesis that a token stands in. */
function opener(tokens: readonly string[], at: number): string {
  for (let index = at, depth = 0; index >= 0; index -= 1) {
    if (tokens[index] === ')') depth += 1;
    if (tokens[index] === '(' && (depth -= 1) < 0) return tokens[index - 1] ?? '';
  }
  return '';
}

/** The tables that a keyword introduces; with `from`, those behind a comma too. A function or a subquery is none. */
function tablesAfter(tokens: readonly string[], at: number, kind: Operation['kind']): string[] {
  const names: string[] = [];
  let next = at + 1;
  for (;;) {
    if (['only', 'lateral'].includes(tokens[next] ?? '')) next += 1;
    const name = tokens[next] ?? '';
    const schemaOfOthers = tokens[next + 1] === '.' && name !== 'public';
    if (
      /^[a-z_]/.test(name) &&
      (tokens[next + 1] !== '(' || kind === 'insert') &&
      name !== 'select' &&
      !schemaOfOthers
    )
      names.push(name);
    if (kind !== 'read') return names;
    // Past the name and its alias, to a comma of the same list.
    for (let depth = 0; ; next += 1) {
      const token = tokens[next];
      if (
        token === undefined ||
        (depth === 0 &&
          (token === ')' || /^(where|join|left|inner|cross|on|order|group|limit|for|union)$/.test(token)))
      )
        return names;
      if (token === '(') depth += 1;
      if (token === ')') depth -= 1;
      if (token === ',' && depth === 0) break;
    }
    next += 1;
  }
}

function columnsOf(
  kind: Operation['kind'],
  tokens: readonly string[],
  at: number,
  all: readonly string[],
): Pick<Operation, 'columns' | 'where' | 'equal'> {
  const known = new Set(all);
  const named = (some: readonly string[]) => new Set(some.filter((token) => known.has(token)));
  const from = tokens.indexOf('where', at);
  const condition =
    from < 0 ? [] : tokens.slice(from, endOf(tokens, from, new Set(['returning', 'order', ';'])));
  const where = kind === 'insert' ? new Set<string>() : named(condition);
  const equal = named(
    condition.filter((_, index) => {
      const sign = condition[index + 1] === ')' ? index + 2 : index + 1;
      return condition[sign] === '=' || (condition[sign] === 'in' && condition[sign + 2] !== 'select');
    }),
  );
  if (kind === 'insert' || kind === 'delete') return { columns: known, where, equal };
  if (kind === 'read') {
    const everything = tokens.some(
      (token, index) => token === '*' && tokens[index - 1] !== '(' && !/^\$?\d/.test(tokens[index - 1] ?? ''),
    );
    return { columns: everything ? known : named(tokens), where, equal };
  }
  const set = tokens.indexOf('set', at);
  const columns = new Set<string>();
  for (let index = set, depth = 0; index < endOf(tokens, set, ENDS); index += 1) {
    if (tokens[index] === '(') depth += 1;
    if (tokens[index] === ')') depth -= 1;
    const listed =
      depth === 1 && ['(', ','].includes(tokens[index - 1] ?? '') && /^[,)]$/.test(tokens[index + 1] ?? '');
    if (known.has(tokens[index] ?? '') && ((depth === 0 && tokens[index + 1] === '=') || listed))
      columns.add(tokens[index] ?? '');
  }
  return { columns, where, equal };
}

/** Where a clause ends: at one of these words outside of any parenthesis opened in it. */
function endOf(tokens: readonly string[], from: number, ends: ReadonlySet<string>): number {
  for (let index = from + 1, depth = 0; index < tokens.length; index += 1) {
    if (tokens[index] === '(') depth += 1;
    if (tokens[index] === ')' && (depth -= 1) < 0) return index;
    if (depth === 0 && ends.has(tokens[index] ?? '')) return index;
  }
  return tokens.length;
}
