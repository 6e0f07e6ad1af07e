import { type Dataset, mayPassOn } from '@app/occupations';
import { csvOf } from '../csv.js';
import type { OpenOccupation } from './open-data.js';

type Cell = string | number | null;

/** A column of the CSV: its name, what it holds (for the page), and where it comes from. */
export interface Column {
  readonly name: string;
  readonly holds: string;
  readonly of: (occupation: OpenOccupation) => Cell;
}

/** What a line was made with, so that lines of two files can be told apart once they are in one sheet. */
export interface Versions {
  readonly version: string;
  readonly modelVersion: string;
}

/** Columns in the order of the file. Measures that may not be passed on have a percentile alone. */
export function columnsOf(dataset: Dataset, versions: Versions): Column[] {
  return [
    { name: 'slug', holds: 'Last part of the report’s address', of: ({ slug }) => slug },
    { name: 'title', holds: 'Occupation', of: ({ title }) => title },
    {
      name: 'onet_soc_code',
      holds: 'O*NET-SOC 2019 code that is most nearly the same work',
      of: ({ onetSocCode }) => onetSocCode,
    },
    { name: 'sector', holds: 'Sector it is listed under', of: ({ sector }) => sector },
    { name: 'kind', holds: '“edited” (rated task by task) or “data”', of: ({ kind }) => kind },
    { name: 'score', holds: 'AI exposure score, 0–100', of: ({ score }) => score },
    { name: 'score_low', holds: 'Lower end of the likely (80%) range', of: ({ scoreLow }) => scoreLow },
    { name: 'score_high', holds: 'Upper end of it', of: ({ scoreHigh }) => scoreHigh },
    { name: 'band', holds: 'Word for the score', of: ({ band }) => band },
    {
      name: 'more_exposed_than_percent',
      holds: 'Share of UK workers in occupations that score lower, rounded down',
      of: ({ moreExposedThanPercent }) => moreExposedThanPercent,
    },
    { name: 'window_words', holds: 'Window to act, in words', of: ({ window }) => window.words },
    {
      name: 'window_from_year',
      holds: 'Year of the fast case; empty if past ten years',
      of: ({ window }) => window.fromYear,
    },
    {
      name: 'window_to_year',
      holds: 'Year of the slow case; empty if past ten years',
      of: ({ window }) => window.toYear,
    },
    { name: 'window_fast_months', holds: 'Months to the fast case', of: ({ window }) => window.fastMonths },
    {
      name: 'window_central_months',
      holds: 'Months to the central case',
      of: ({ window }) => window.centralMonths,
    },
    { name: 'window_slow_months', holds: 'Months to the slow case', of: ({ window }) => window.slowMonths },
    {
      name: 'uk_confidence',
      holds: 'How sure the link between UK and American codes is: good, fair or low',
      of: ({ uk }) => uk.confidence,
    },
    {
      name: 'uk_soc_2020',
      holds: 'UK SOC 2020 unit groups with their weights, heaviest first',
      of: ({ uk }) => uk.unitGroups.map(({ code, weight }) => `${code}:${weight}`).join(' '),
    },
    { name: 'uk_jobs', holds: 'UK jobs of the whole unit group', of: ({ uk }) => uk.jobs },
    ...(['p10', 'p25', 'median', 'p75', 'p90'] as const).map((point) => ({
      name: `pay_${point}`,
      holds: `Full-time pay a year, pounds: ${PAY_POINTS[point]}`,
      of: ({ pay }: OpenOccupation) => pay?.[point] ?? null,
    })),
    { name: 'pay_group', holds: 'SOC 2020 group the pay is of', of: ({ pay }) => pay?.group ?? null },
    { name: 'pay_level', holds: 'Level of that group', of: ({ pay }) => pay?.level ?? null },
    { name: 'pay_release', holds: 'Release of the pay figure', of: ({ pay }) => pay?.release ?? null },
    ...dataset.measureInfo.flatMap((info) => {
      const name = info.id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const value: Column[] = mayPassOn(dataset, info)
        ? [
            {
              name,
              holds: `${info.name}: ${info.unit}`,
              of: ({ measures }) => measures[info.id]?.value ?? null,
            },
          ]
        : [];
      return [
        ...value,
        {
          name: `${name}_percentile`,
          holds: `${info.name}: share of UK workers lower on it, per cent`,
          of: ({ measures }: OpenOccupation) => measures[info.id]?.percentile ?? null,
        },
      ];
    }),
    {
      name: 'soc_2020_group',
      holds: 'SOC 2020 unit group, or six-digit sub-unit group, of the report',
      of: ({ soc2020Group }) => soc2020Group,
    },
    {
      name: 'figures',
      holds: 'Whose figures: own, unit (its unit group’s) or minor (the groups around it)',
      of: ({ figures }) => figures,
    },
    { name: 'catalogue_version', holds: 'Version of the catalogue', of: () => versions.version },
    { name: 'model_version', holds: 'Version of the model', of: () => versions.modelVersion },
  ];
}

const PAY_POINTS = {
  p10: 'a tenth earn less',
  p25: 'a quarter earn less',
  median: 'half earn less',
  p75: 'a quarter earn more',
  p90: 'a tenth earn more',
} as const;

/** One header line, one line an occupation: what a spreadsheet or a script expects. */
export function openCsv(
  dataset: Dataset,
  occupations: readonly OpenOccupation[],
  versions: Versions,
): string {
  const columns = columnsOf(dataset, versions);
  return csvOf([
    columns.map(({ name }) => name),
    ...occupations.map((one) => columns.map(({ of }) => of(one))),
  ]);
}
