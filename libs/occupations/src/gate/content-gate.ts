import type { EditedFile } from '../content/load-content.js';
import type { OccupationReport } from '../model/report.js';
import { consistencyBreaches } from '../report/report-gate.js';

/** Breaches of an edited report as `file:line: message`, so that an editor can go there. */
export const contentBreaches = ({ file, lineOf }: EditedFile, report: OccupationReport): string[] =>
  consistencyBreaches(report).map(
    ({ path, message }) => `${file}:${lineOf(path)}: ${path.join('.')}: ${message}`,
  );
