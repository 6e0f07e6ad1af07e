import { ONET_CODE } from '../codes.js';
import type { ImportContext } from '../import-context.js';

const THEMES = ['Realistic', 'Investigative', 'Artistic', 'Social', 'Enterprising', 'Conventional'];

export type Riasec = readonly [number, number, number, number, number, number];

/** Occupational interests (scale OI, 1–7) in the order R, I, A, S, E, C. */
export async function readOnetInterests(
  context: ImportContext,
  codes: ReadonlySet<string>,
): Promise<Map<string, Riasec>> {
  const columns = ['O*NET-SOC Code', 'Element Name', 'Scale ID', 'Data Value'];
  const rows = await context.delimited('onetInterests', { columns, minRows: 8000 }, '\t');
  const values = new Map<string, number[]>();
  for (const row of rows) {
    if (row.oneOf('Scale ID', ['OI', 'IH']) !== 'OI') continue;
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    if (!codes.has(code)) row.fail(`${code} is not an occupation with data`);
    const theme = THEMES.indexOf(row.oneOf('Element Name', THEMES));
    const own = values.get(code) ?? [];
    if (own[theme] !== undefined) row.fail(`${code} has ${THEMES[theme]} twice`);
    own[theme] = row.number('Data Value', 1, 7);
    values.set(code, own);
  }
  const result = new Map<string, Riasec>();
  for (const [code, [r, i, a, s, e, c]] of values) {
    if (
      r === undefined ||
      i === undefined ||
      a === undefined ||
      s === undefined ||
      e === undefined ||
      c === undefined
    ) {
      rows[0]?.fail(`${code} lacks one of the six themes`);
      continue;
    }
    result.set(code, [r, i, a, s, e, c]);
  }
  return result;
}
