import { byText, ONET_CODE } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/**
 * Job titles by occupation: first those that workers reported, in the file's order, then the alternate titles by the alphabet,
 * with their short forms. Same words in another case count once. Titles of occupations without data are left out.
 */
export async function readOnetTitles(
  context: ImportContext,
  codes: ReadonlySet<string>,
): Promise<Map<string, string[]>> {
  const reported = await context.delimited(
    'onetReportedTitles',
    { columns: ['O*NET-SOC Code', 'Reported Job Title'], minRows: 7000 },
    '\t',
  );
  const alternate = await context.delimited(
    'onetTitles',
    { columns: ['O*NET-SOC Code', 'Alternate Title', 'Short Title'], minRows: 50_000 },
    '\t',
  );
  const first = new Map<string, Map<string, string>>();
  const rest = new Map<string, Map<string, string>>();
  const unknown: string[] = [];
  const add = (to: Map<string, Map<string, string>>, code: string, title: string): void => {
    if (title === '' || title === 'n/a') return;
    const own = to.get(code) ?? new Map<string, string>();
    const key = title.toLowerCase();
    if (!own.has(key)) own.set(key, title);
    to.set(code, own);
  };
  for (const row of reported) {
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    if (codes.has(code)) add(first, code, row.text('Reported Job Title'));
    else unknown.push(`${code} ${row.text('Reported Job Title')}`);
  }
  for (const row of alternate) {
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    if (codes.has(code)) {
      add(rest, code, row.text('Alternate Title'));
      add(rest, code, row.text('Short Title'));
    } else unknown.push(`${code} ${row.text('Alternate Title')}`);
  }
  context.leaveOut('onetTitles', 'title of an occupation without data', unknown);
  const result = new Map<string, string[]>();
  for (const code of codes) {
    const own = first.get(code) ?? new Map<string, string>();
    const others = [...(rest.get(code) ?? new Map<string, string>())]
      .filter(([key]) => !own.has(key))
      .map(([, title]) => title);
    result.set(code, [...own.values(), ...others.sort(byText)]);
  }
  return result;
}
