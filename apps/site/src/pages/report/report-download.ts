import type { OccupationReport } from '@app/occupations';
import { csvOf } from '../csv.js';

/** The report as data: all but the inner occupation record, which repeats it. */
export function reportJson({
  occupation: _inner,
  breaches: _breaches,
  indexable: _indexable,
  ...report
}: OccupationReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The tasks as a table for a spreadsheet, with the score, its versions and its sources in the lines above. */
export function reportCsv(report: OccupationReport): string {
  const head = [
    ['occupation', report.title],
    ['code', report.code],
    ['score', report.score.value],
    ['likely_low', report.score.interval.low],
    ['likely_high', report.score.interval.high],
    ['model_version', report.modelVersion],
    ['catalogue_version', report.catalogueVersion],
    ...report.sources.map((source) => ['source', `${source.name} ${source.release} (${source.licence})`]),
    [],
    ['task', 'share_of_week_percent', 'exposure', 'exposure_in_5_years', 'risk', 'tools'],
  ];
  const rows = report.tasks.map((task) => [
    task.name,
    task.sharePercent,
    task.exposureShown,
    Math.round(task.exposureIn5Years),
    task.risk,
    task.tools.map(({ name, checked }) => `${name} (listed ${checked})`).join('; '),
  ]);
  return csvOf([...head, ...rows]);
}
