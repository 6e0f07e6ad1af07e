import { push, US_SOC } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** SOC 2010 codes behind each SOC 2018 code. */
export async function readSoc2010To2018(context: ImportContext): Promise<Map<string, string[]>> {
  const columns = ['2010 SOC Code', '2018 SOC Code'];
  const result = new Map<string, string[]>();
  for (const row of await context.delimited('soc2010To2018', { columns, minRows: 880 }, ',')) {
    push(result, row.code('2018 SOC Code', US_SOC), row.code('2010 SOC Code', US_SOC));
  }
  return result;
}
