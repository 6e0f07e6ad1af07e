import type { Element } from '@app/occupations';
import { ONET_CODE } from '../codes.js';
import type { ImportContext } from '../import-context.js';
import { ImportError } from '../import-error.js';

/** One of the two rating workbooks, importance only. */
export interface OnetRatings {
  readonly elements: readonly Omit<Element, 'order'>[];
  /** IM 1–5 by occupation, in the order of `elements`. */
  readonly importance: ReadonlyMap<string, readonly number[]>;
}

const KINDS = {
  skill: { source: 'onetSkills', sheet: 'Skills', elements: 35 },
  knowledge: { source: 'onetKnowledge', sheet: 'Knowledge', elements: 33 },
} as const;

/**
 * Importance (scale IM) of every element for every rated occupation. Every occupation must have every element once;
 * a hole stops the import, because a match formula on a short row would be wrong without a sign.
 */
export async function readOnetRatings(
  context: ImportContext,
  kind: 'skill' | 'knowledge',
): Promise<OnetRatings> {
  const { source, sheet, elements: count } = KINDS[kind];
  const columns = ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value'];
  const rows = await context.sheet(source, sheet, { columns, minRows: 850 * count * 2 });
  const names = new Map<string, string>();
  const values = new Map<string, Map<string, number>>();
  const lastRow = new Map<string, number>();
  for (const row of rows) {
    if (row.oneOf('Scale ID', ['IM', 'LV']) !== 'IM') continue;
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    const id = row.code('Element ID', /^2\.[ABC](\.\d+)?(\.[a-z])?$/);
    const name = row.text('Element Name');
    if ((names.get(id) ?? name) !== name) row.fail(`element ${id} has two names`);
    names.set(id, name);
    const own = values.get(code) ?? new Map<string, number>();
    if (own.has(id)) row.fail(`${code} has element ${id} twice`);
    own.set(id, row.number('Data Value', 1, 5));
    values.set(code, own);
    lastRow.set(code, row.line);
  }
  const file = context.file(source);
  if (names.size !== count) throw new ImportError(file, null, `${names.size} elements, ${count} expected`);
  const importance = new Map<string, readonly number[]>();
  for (const [code, own] of values) {
    importance.set(
      code,
      [...names.keys()].map((id) => {
        const value = own.get(id);
        if (value === undefined)
          throw new ImportError(file, lastRow.get(code) ?? null, `${code} lacks element ${id}`);
        return value;
      }),
    );
  }
  return { elements: [...names].map(([id, name]) => ({ id, name, kind })), importance };
}
