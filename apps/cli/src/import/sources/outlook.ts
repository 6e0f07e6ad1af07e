import { writeFileSync } from 'node:fs';
import { recordsJson } from '@app/occupations';
import type { OutlookRow } from '@app/labour-market';
import { readDelimited } from '../read-delimited.js';

const FILE = 'outlook/skills-imperative-2035-england.csv';
const MOST_THOUSANDS = 100_000;

/**
 * Reads the official projections to 2035 (Skills Imperative 2035, England, thousands of jobs by SOC 2020 sub-major group) and writes what the
 * ranking of paths needs of them. @throws ImportError with file, row and reason
 */
export async function importOutlook(sourceFolder: string, outFile: string): Promise<void> {
  const [group, name, before, after, replacement] = [
    'sub_major_group',
    'title',
    'jobs_2020_thousand',
    'jobs_2035_thousand',
    'replacement_demand_thousand',
  ] as const;
  const shape = { columns: [group, name, before, after, replacement], minRows: 26 };
  const rows = await readDelimited(sourceFolder, FILE, shape, { delimiter: ',' });
  const records = rows.map((row): OutlookRow => ({
    group: row.code(group, /^\d\d$/),
    name: row.text(name),
    jobs2020: row.number(before, 1, MOST_THOUSANDS),
    jobs2035: row.number(after, 1, MOST_THOUSANDS),
    replacement: row.number(replacement, 0, MOST_THOUSANDS),
  }));
  writeFileSync(outFile, recordsJson(records));
}
