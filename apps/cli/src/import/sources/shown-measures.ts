import { FOUR_DIGITS } from '../codes.js';
import type { ImportContext } from '../import-context.js';
import { valuesBySoc } from './by-soc.js';

/** Microsoft applicability by SOC 2018, about 0–0.5. */
export async function readMicrosoft(context: ImportContext): Promise<Map<string, number>> {
  const rows = await context.delimited(
    'microsoft',
    { columns: ['SOC Code', 'ai_applicability_score'], minRows: 770 },
    ',',
  );
  return valuesBySoc(rows, 'SOC Code', 'ai_applicability_score', 0, 1);
}

/** Observed use by SOC 2018, 0–1. A code that the release does not list is missing: no use seen is not use seen to be none (method §2). */
export async function readObservedUse(context: ImportContext): Promise<Map<string, number>> {
  const rows = await context.delimited(
    'observed',
    { columns: ['soc_code', 'observed_exposure'], minRows: 300 },
    ',',
  );
  return valuesBySoc(rows, 'soc_code', 'observed_exposure', 0, 1);
}

/** AI occupational exposure by SOC 2010, standardised (mean 0). */
export async function readAioe(context: ImportContext): Promise<Map<string, number>> {
  const rows = await context.sheet('aioe', 'Appendix A', { columns: ['SOC Code', 'AIOE'], minRows: 770 });
  return valuesBySoc(rows, 'SOC Code', 'AIOE', -5, 5);
}

/** The language-model version of the same. */
export async function readAioeLanguage(context: ImportContext): Promise<Map<string, number>> {
  const rows = await context.sheet('aioeLanguage', 'LM AIOE', {
    columns: ['SOC Code', 'Language Modeling AIOE'],
    minRows: 770,
  });
  return valuesBySoc(rows, 'SOC Code', 'Language Modeling AIOE', -5, 5);
}

/** ILO mean exposure 2025 by ISCO-08 unit group, 0–1. The file has a row a task; the occupation's mean stands in each. */
export async function readIlo(context: ImportContext): Promise<Map<string, number>> {
  const rows = await context.sheet('ilo', 'Sheet1', {
    columns: ['ISCO_08', 'mean_score_2025'],
    minRows: 3000,
  });
  const result = new Map<string, number>();
  for (const row of rows) {
    const code = row.code('ISCO_08', FOUR_DIGITS);
    const value = row.number('mean_score_2025', 0, 1);
    const known = result.get(code);
    if (known !== undefined && Math.abs(known - value) > 1e-9)
      row.fail(`${code} has two means, ${known} and ${value}`);
    result.set(code, value);
  }
  return result;
}
