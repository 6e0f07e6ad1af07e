import type { PayBand, RegionPay } from '@app/occupations';
import { byText, FOUR_DIGITS } from '../codes.js';
import type { ImportContext } from '../import-context.js';
import { ImportError } from '../import-error.js';
import type { Row } from '../table.js';

const FIGURES = ['p10', 'p25', 'median', 'p75', 'p90', 'mean'] as const;
/** Never shown, but no filled figure may contradict them. */
const BETWEEN = ['p20', 'p30', 'p40', 'p60', 'p70', 'p80'] as const;
const COLUMNS = ['period', 'group', 'id', 'label', ...FIGURES];
/** Pounds a year; wider than any published figure, narrow enough to see a weekly or hourly table. */
const LOWEST = 3_000;
const HIGHEST = 500_000;

type Figure = (typeof FIGURES)[number] | (typeof BETWEEN)[number];
const RISING: readonly Figure[] = [
  'p10',
  'p20',
  'p25',
  'p30',
  'p40',
  'median',
  'p60',
  'p70',
  'p75',
  'p80',
  'p90',
];

/** The figures of one row by what reads them; suppressed ones are absent. Percentiles must rise. */
function bandOf(row: Row, code: string, read: (figure: Figure) => number | null): PayBand {
  const known = new Map<Figure, number>();
  for (const figure of [...FIGURES, ...BETWEEN]) {
    const value = read(figure);
    if (value !== null) known.set(figure, Math.round(value));
  }
  const rising = RISING.flatMap((figure) => known.get(figure) ?? []);
  if (rising.some((value, index) => index > 0 && value < (rising[index - 1] ?? 0)))
    row.fail('percentiles do not rise');
  const of = (figures: readonly Figure[]): Record<string, number> =>
    Object.fromEntries([...known].filter(([figure]) => figures.includes(figure)));
  const between = of(BETWEEN);
  return { code, ...of(FIGURES), ...(Object.keys(between).length > 0 ? { between } : {}) };
}

/** Full-time annual figures of one row of the provisional release; of its regional table, which has fewer columns, those it has. */
const payOf = (row: Row, code: string, figures: readonly Figure[]): PayBand =>
  bandOf(row, code, (figure) =>
    figures.includes(figure) ? row.optionalNumber(figure, LOWEST, HIGHEST) : null,
  );

/** Table 14: full-time annual pay by unit group. A group whose figures are all suppressed is left out. */
export async function readAshePay(
  context: ImportContext,
  unitGroups: ReadonlySet<string>,
): Promise<Map<string, PayBand>> {
  const rows = await context.delimited('ashe', { columns: [...COLUMNS, ...BETWEEN], minRows: 9000 }, ',');
  const result = new Map<string, PayBand>();
  const empty: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.text('period') !== 'annual' || row.text('group') !== 'ft') continue;
    const code = row.code('id', FOUR_DIGITS);
    if (!unitGroups.has(code)) row.fail(`${code} is not a SOC 2020 unit group`);
    if (seen.has(code)) row.fail(`${code} occurs twice`);
    seen.add(code);
    const band = payOf(row, code, [...FIGURES, ...BETWEEN]);
    if (Object.keys(band).length > 1) result.set(code, band);
    else empty.push(code);
  }
  if (seen.size !== unitGroups.size)
    throw new ImportError(
      context.file('ashe'),
      rows.at(-1)?.line ?? null,
      `${seen.size} full-time rows, ${unitGroups.size} expected`,
    );
  context.leaveOut('ashe', 'every full-time figure suppressed by ONS', empty);
  return result;
}

const FINAL_COLUMNS: Readonly<Record<Figure, string>> = {
  ...{ p10: '10', p20: '20', p25: '25', p30: '30', p40: '40', median: 'Median' },
  ...{ p60: '60', p70: '70', p75: '75', p80: '80', p90: '90', mean: 'Mean' },
};
const FINAL_HEADER_ROW = 5;
/** Marks of the workbook for "no figure": unreliable, disclosive, not applicable, nil. */
const NO_FIGURE = new Set(['x', '..', ':', '-', '']);

/**
 * Table 14 of the year before, full-time annual pay by SOC 2020 group of every level (one to four digits). The provisional release
 * suppresses many outer percentiles and has no groups between major and unit group; this is the next place to look.
 */
export async function readAshePay2024(
  context: ImportContext,
  unitGroups: ReadonlySet<string>,
): Promise<PayBand[]> {
  const columns = ['Description', 'Code', ...Object.values(FINAL_COLUMNS)];
  const rows = await context.sheet('ashe2024', 'Full-Time', { columns, minRows: 550 }, FINAL_HEADER_ROW);
  const result: PayBand[] = [];
  const seen = new Set<string>();
  const empty: string[] = [];
  for (const row of rows) {
    const code = row.text('Code');
    if (!/^\d{1,4}$/.test(code)) continue;
    if (code.length === 4 && !unitGroups.has(code)) row.fail(`${code} is not a SOC 2020 unit group`);
    if (seen.has(code)) row.fail(`${code} occurs twice`);
    seen.add(code);
    const band = bandOf(row, code, (figure) => {
      const column = FINAL_COLUMNS[figure];
      return NO_FIGURE.has(row.text(column)) ? null : row.number(column, LOWEST, HIGHEST);
    });
    if (Object.keys(band).length > 1) result.push(band);
    else empty.push(code);
  }
  const groups = [...seen].filter((code) => code.length === 4).length;
  if (groups !== unitGroups.size) {
    throw new ImportError(
      context.file('ashe2024'),
      rows.at(-1)?.line ?? null,
      `${groups} unit groups, ${unitGroups.size} expected`,
    );
  }
  context.leaveOut('ashe2024', 'every full-time figure suppressed by ONS', empty);
  return result.sort((a, b) => byText(a.code, b.code));
}

const REGIONS: Readonly<Record<string, string>> = {
  E12000001: 'North East',
  E12000002: 'North West',
  E12000003: 'Yorkshire and The Humber',
  E12000004: 'East Midlands',
  E12000005: 'West Midlands',
  E12000006: 'East of England',
  E12000007: 'London',
  E12000008: 'South East',
  E12000009: 'South West',
  W92000004: 'Wales',
  S92000003: 'Scotland',
};
const UK = 'K02000001';

export interface RegionTable {
  readonly majorGroups: Map<string, PayBand>;
  readonly regions: RegionPay[];
}

/** Table 3: pay of the nine major groups, the UK and each region as a ratio to it. Northern Ireland is not in this release. */
export async function readAsheRegions(context: ImportContext): Promise<RegionTable> {
  const rows = await context.delimited(
    'asheRegions',
    { columns: ['region', ...COLUMNS], minRows: 2500 },
    ',',
  );
  const fullTime = rows.filter((row) => row.text('period') === 'annual' && row.text('group') === 'ft');
  const majorGroups = new Map<string, PayBand>();
  for (const row of fullTime.filter((each) => each.text('region') === UK)) {
    const code = row.code('id', /^[1-9]$/);
    majorGroups.set(code, payOf(row, code, FIGURES));
  }
  if (majorGroups.size !== 9)
    throw new ImportError(
      context.file('asheRegions'),
      null,
      `${majorGroups.size} major groups for the UK, 9 expected`,
    );
  const ratios = new Map<string, Record<string, number>>();
  for (const row of fullTime) {
    const region = row.text('region');
    if (region === UK) continue;
    if (!(region in REGIONS)) row.fail(`${region} is not a region we know`);
    const code = row.code('id', /^[1-9]$/);
    const median = row.optionalNumber('median', LOWEST, HIGHEST);
    const ukMedian = majorGroups.get(code)?.median;
    if (median === null || ukMedian === undefined) continue;
    ratios.set(region, { ...ratios.get(region), [code]: Math.round((median / ukMedian) * 1e4) / 1e4 });
  }
  const regions = [...ratios]
    .map(([region, own]) => ({ region, name: REGIONS[region] ?? region, ratios: own }))
    .sort((a, b) => byText(a.region, b.region));
  if (regions.length !== Object.keys(REGIONS).length)
    throw new ImportError(
      context.file('asheRegions'),
      null,
      `${regions.length} regions, ${Object.keys(REGIONS).length} expected`,
    );
  return { majorGroups, regions };
}
