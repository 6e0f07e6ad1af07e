import { readFileSync } from 'node:fs';
import { projectPath } from '@app/config';

export const OUTLOOK_FILE = projectPath('libs/labour-market/data/outlook.json');

/** Projected jobs of one SOC 2020 sub-major group in England, thousands. */
export interface OutlookRow {
  /** Two digits. */
  readonly group: string;
  readonly name: string;
  readonly jobs2020: number;
  readonly jobs2035: number;
  /** Jobs to be filled because people leave, 2020–2035. */
  readonly replacement: number;
}

/** The official projections to 2035 by sub-major group, as imported; England alone. */
export function readOutlook(file: string = OUTLOOK_FILE): ReadonlyMap<string, OutlookRow> {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly OutlookRow[];
  return new Map(rows.map((row) => [row.group, row]));
}

/** Change of jobs 2020–2035 as a share of those of 2020: 0.1 is a tenth more. */
export const growthOf = ({ jobs2020, jobs2035 }: OutlookRow): number => jobs2035 / jobs2020 - 1;
