import { ONET_CODE, push } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** Related occupations, nearest first. */
export async function readOnetRelated(
  context: ImportContext,
  codes: ReadonlySet<string>,
): Promise<Map<string, string[]>> {
  const columns = ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'];
  const rows = await context.delimited('onetRelated', { columns, minRows: 15_000 }, '\t');
  const found = new Map<string, { code: string; index: number }[]>();
  for (const row of rows) {
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    const related = row.code('Related O*NET-SOC Code', ONET_CODE);
    for (const each of [code, related])
      if (!codes.has(each)) row.fail(`${each} is not an occupation with data`);
    row.oneOf('Relatedness Tier', ['Primary-Short', 'Primary-Long', 'Supplemental']);
    push(found, code, { code: related, index: row.number('Index', 1, 30) });
  }
  return new Map(
    [...found].map(([code, list]) => [
      code,
      list.sort((a, b) => a.index - b.index).map((entry) => entry.code),
    ]),
  );
}
