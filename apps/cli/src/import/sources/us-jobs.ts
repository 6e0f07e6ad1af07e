import { US_SOC } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** American jobs by detailed SOC 2018 code. A hidden figure (`**`) is absent. */
export async function readUsJobs(context: ImportContext): Promise<Map<string, number>> {
  const rows = await context.sheet('usJobs', 'national_M2024_dl', {
    columns: ['OCC_CODE', 'O_GROUP', 'TOT_EMP'],
    minRows: 1300,
  });
  const result = new Map<string, number>();
  const hidden: string[] = [];
  for (const row of rows) {
    if (row.text('O_GROUP') !== 'detailed') continue;
    const code = row.code('OCC_CODE', US_SOC);
    if (row.text('TOT_EMP') === '**') hidden.push(code);
    else result.set(code, row.number('TOT_EMP', 0, 2e8));
  }
  context.leaveOut('usJobs', 'employment hidden by its publisher', hidden);
  return result;
}
