import type { EditedFile } from '../content/load-content.js';
import type { OccupationReport } from '../model/report.js';
import { consistencyBreaches } from '../report/report-gate.js';
import type { GateKnown } from './gate-known.js';

/** Breaches of an edited report as `file:line: message`, so that an editor can go there. */
export const contentBreaches = (
  { file, content, lineOf }: EditedFile,
  report: OccupationReport,
  known: GateKnown,
): string[] =>
  consistencyBreaches(report, { ...known, content }).map(
    ({ path, message }) => `${file}:${lineOf(path)}: ${path.join('.')}: ${message}`,
  );
