import { US_SOC } from '../codes.js';
import type { Row } from '../table.js';

/** Shared by the measures that are one number a six-digit SOC code; a code may occur once. */
export function valuesBySoc(
  rows: readonly Row[],
  codeColumn: string,
  valueColumn: string,
  min: number,
  max: number,
): Map<string, number> {
  const result = new Map<string, number>();
  for (const row of rows) {
    const code = row.code(codeColumn, US_SOC);
    if (result.has(code)) row.fail(`${code} occurs twice`);
    result.set(code, row.number(valueColumn, min, max));
  }
  return result;
}
