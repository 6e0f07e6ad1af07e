import { byText, ONET_CODE } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** An O*NET occupation with data. */
export interface OnetOccupation {
  readonly code: string;
  readonly title: string;
  readonly jobZone: number;
}

/**
 * O*NET occupations that have data, told by having a job zone. Titles without one ("all other", military) are left out:
 * O*NET collects nothing about them. The job zone file counts 1 and 2 together as 2 since release 30.
 */
export async function readOnetOccupations(context: ImportContext): Promise<OnetOccupation[]> {
  const titles = new Map<string, string>();
  for (const row of await context.delimited(
    'onetOccupations',
    { columns: ['O*NET-SOC Code', 'Title'], minRows: 1000 },
    '\t',
  )) {
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    if (titles.has(code)) row.fail(`${code} occurs twice`);
    titles.set(code, row.text('Title') || row.fail('no title'));
  }
  const occupations: OnetOccupation[] = [];
  const seen = new Set<string>();
  for (const row of await context.delimited(
    'onetJobZones',
    { columns: ['O*NET-SOC Code', 'Job Zone'], minRows: 900 },
    '\t',
  )) {
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    const title = titles.get(code) ?? row.fail(`${code} is not in the occupation file`);
    if (seen.has(code)) row.fail(`${code} occurs twice`);
    seen.add(code);
    occupations.push({ code, title, jobZone: row.number('Job Zone', 1, 5) });
  }
  context.leaveOut(
    'onetOccupations',
    'O*NET collects no data for it',
    [...titles.keys()].filter((code) => !seen.has(code)),
  );
  return occupations.sort((a, b) => byText(a.code, b.code));
}
