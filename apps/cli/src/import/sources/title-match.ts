import { FOUR_DIGITS, ONET_CODE, push } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** A UK unit group and how many job titles it shares with the occupation. */
export interface TitleMatch {
  readonly unitGroup: string;
  readonly titles: number;
}

/** Unit groups that share job titles with an O*NET occupation, most titles first, then by code. */
export async function readTitleMatch(
  context: ImportContext,
  codes: ReadonlySet<string>,
  unitGroups: ReadonlySet<string>,
): Promise<Map<string, TitleMatch[]>> {
  const rows = await context.delimited(
    'titleMatch',
    { columns: ['onet_soc', 'uk_soc_2020', 'title_matches'], minRows: 3000 },
    ',',
  );
  const result = new Map<string, TitleMatch[]>();
  const unknown: string[] = [];
  for (const row of rows) {
    const code = row.code('onet_soc', ONET_CODE);
    const unitGroup = row.code('uk_soc_2020', FOUR_DIGITS);
    if (!unitGroups.has(unitGroup)) row.fail(`${unitGroup} is not a SOC 2020 unit group`);
    const titles = row.number('title_matches', 1, 1000);
    if (codes.has(code)) push(result, code, { unitGroup, titles });
    else unknown.push(code);
  }
  context.leaveOut('titleMatch', 'pair of an occupation without data', unknown);
  for (const list of result.values())
    list.sort((a, b) => b.titles - a.titles || Number(a.unitGroup) - Number(b.unitGroup));
  return result;
}
