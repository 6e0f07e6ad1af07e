import { FOUR_DIGITS } from '../codes.js';
import type { ImportContext } from '../import-context.js';
import { ImportError } from '../import-error.js';

/** Names of the 412 UK unit groups by code. */
export async function readSoc2020(context: ImportContext): Promise<Map<string, string>> {
  const columns = ['SOC 2020 Unit Group', 'SOC 2020 Group Title'];
  const rows = await context.sheet('soc2020', 'SOC2020 descriptions', { columns, minRows: 540 });
  const result = new Map<string, string>();
  for (const row of rows) {
    if (!FOUR_DIGITS.test(row.text('SOC 2020 Unit Group'))) continue;
    const code = row.text('SOC 2020 Unit Group');
    if (result.has(code)) row.fail(`unit group ${code} occurs twice`);
    result.set(code, row.text('SOC 2020 Group Title').replace(/\s+/g, ' '));
  }
  if (result.size !== 412)
    throw new ImportError(context.file('soc2020'), null, `${result.size} unit groups, 412 expected`);
  return result;
}
