import { push, US_SOC } from '../codes.js';
import type { ImportContext } from '../import-context.js';
import { ImportError } from '../import-error.js';
import { toRows } from '../table.js';
import { readXlsSheet } from '../xls/read-xls.js';

const SHEET = '2010 SOC to ISCO-08';
const HEADER_ROW = 7;

/** ISCO-08 unit groups behind each SOC 2010 code. Two rows name a three-digit group: it stands for all four-digit codes under it. */
export async function readIscoOfSoc2010(context: ImportContext): Promise<Map<string, string[]>> {
  const file = context.file('iscoToSoc2010');
  const sheet = await readXlsSheet(context.folder, file, SHEET);
  const lines = sheet.slice(HEADER_ROW - 1).map((cells, index) => ({ number: HEADER_ROW + index, cells }));
  const rows = toRows(file, lines, {
    columns: ['2010 SOC Code', 'ISCO-08 Code'],
    minRows: context.least(1100),
  });
  const result = new Map<string, string[]>();
  for (const row of rows) {
    push(result, row.code('2010 SOC Code', US_SOC), row.code('ISCO-08 Code', /^\d{3,4}$/));
  }
  if (result.size < context.least(830))
    throw new ImportError(file, null, `${result.size} SOC 2010 codes, at least 830 expected`);
  context.tally('iscoToSoc2010', rows.length);
  return result;
}
