import { ONET_CODE } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** Exposure of an occupation by GPTs are GPTs, share 0–1 (beta: E1 + ½ E2). */
export interface GptExposure {
  readonly human: number;
  readonly model: number;
}

/** Occupation exposure as rated by people and by GPT-4. */
export async function readGptExposure(
  context: ImportContext,
  codes: ReadonlySet<string>,
): Promise<Map<string, GptExposure>> {
  const columns = ['O*NET-SOC Code', 'dv_rating_beta', 'human_rating_beta'];
  const rows = await context.delimited('gptsOccupations', { columns, minRows: 900 }, ',');
  const result = new Map<string, GptExposure>();
  const unknown: string[] = [];
  for (const row of rows) {
    const code = row.code('O*NET-SOC Code', ONET_CODE);
    if (!codes.has(code)) unknown.push(code);
    else if (result.has(code)) row.fail(`${code} occurs twice`);
    else
      result.set(code, {
        human: row.number('human_rating_beta', 0, 1),
        model: row.number('dv_rating_beta', 0, 1),
      });
  }
  context.leaveOut('gptsOccupations', 'not an occupation with data', unknown);
  return result;
}

/** Exposure of a label, 0–100: E0 none, E1 direct, E2 with further software. */
const LABELS = { E0: 0, E1: 100, E2: 50 } as const;
const LABEL_NAMES = ['E0', 'E1', 'E2'] as const;

/** Task exposure 0–100 by `code task-id`: the mean of the people's and the model's label. */
export async function readGptTasks(context: ImportContext): Promise<Map<string, number>> {
  const columns = ['O*NET-SOC Code', 'Task ID', 'human_exposure_agg', 'gpt4_exposure'];
  const rows = await context.delimited('gptsTasks', { columns, minRows: 18_000 }, '\t', true);
  const result = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.code('O*NET-SOC Code', ONET_CODE)} ${row.number('Task ID', 1, 1e7)}`;
    const human = LABELS[row.oneOf('human_exposure_agg', LABEL_NAMES)];
    const model = LABELS[row.oneOf('gpt4_exposure', LABEL_NAMES)];
    if (result.has(key)) row.fail(`task ${key} occurs twice`);
    result.set(key, (human + model) / 2);
  }
  return result;
}
