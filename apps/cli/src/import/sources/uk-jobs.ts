import type { ImportContext } from '../import-context.js';
import { ImportError } from '../import-error.js';
import { readSheetRows } from '../read-workbook.js';

/** The sheet read: the latest year of the release. */
export const LATEST = '2024';
const HEADER_ROW = 8;

export interface UnitGroupJobs {
  /** Sum of the published cells, people. */
  readonly jobs: number;
  /** By industry section A–S, published cells only. */
  readonly sections: Readonly<Record<string, number>>;
}

/** UK jobs by unit group and industry section. `*` is suppressed, `-` nothing to report; both are absent. */
export async function readUkJobs(
  context: ImportContext,
  unitGroups: ReadonlySet<string>,
  year: string = LATEST,
): Promise<Map<string, UnitGroupJobs>> {
  const file = context.file('ukJobs');
  const sheet = await readSheetRows(context.folder, file, year);
  const fail = (row: number, reason: string): never => {
    throw new ImportError(file, row, `sheet ${year}: ${reason}`);
  };
  const header = sheet[HEADER_ROW - 1] ?? fail(HEADER_ROW, 'no header');
  const sections = header
    .slice(2)
    .map(
      (cell) =>
        /^\d+ ([A-S]) /.exec(String(cell))?.[1] ??
        fail(HEADER_ROW, `"${String(cell)}" is not an industry section`),
    );
  if (sections.join('') !== 'ABCDEFGHIJKLMNOPQRS')
    fail(HEADER_ROW, `sections ${sections.join('')}, A–S expected`);
  const result = new Map<string, UnitGroupJobs>();
  let suppressed = 0;
  sheet.slice(HEADER_ROW).forEach((cells, index) => {
    const line = HEADER_ROW + 1 + index;
    const code = /^(\d{4}) /.exec(String(cells[1] ?? ''))?.[1];
    if (code === undefined) return;
    if (!unitGroups.has(code)) fail(line, `${code} is not a SOC 2020 unit group`);
    const own: Record<string, number> = {};
    sections.forEach((section, column) => {
      const cell = cells[column + 2];
      if (cell === '*') suppressed += 1;
      if (cell === '*' || cell === '-') return;
      if (typeof cell !== 'number' || cell < 0 || cell > 5e6)
        return fail(line, `jobs in section ${section} are "${String(cell)}"`);
      own[section] = Math.round(cell);
    });
    result.set(code, { jobs: Object.values(own).reduce((sum, jobs) => sum + jobs, 0), sections: own });
  });
  if (result.size !== unitGroups.size)
    fail(sheet.length, `${result.size} unit groups, ${unitGroups.size} expected`);
  if (year !== LATEST) return result;
  context.tally('ukJobs', result.size);
  context.leaveOut(
    'ukJobs',
    'cell suppressed by ONS (too few people asked)',
    Array.from({ length: suppressed }, () => `sheet ${year}`),
  );
  return result;
}
