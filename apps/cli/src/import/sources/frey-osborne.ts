import type { ImportContext } from '../import-context.js';
import { valuesBySoc } from './by-soc.js';

/** Probability of computerisation 0–1 by the codes as printed in the paper (SOC 2010 and some combined codes). */
export async function readFreyOsborne(context: ImportContext): Promise<Map<string, number>> {
  const rows = await context.delimited(
    'freyOsborne',
    { columns: ['Probability', 'SOC code'], minRows: 700 },
    ',',
  );
  return valuesBySoc(rows, 'SOC code', 'Probability', 0, 1);
}
