import type { SourceId } from '../source-list.js';
import { OCCUPATIONS, CODES, UNIT_GROUPS, SECTIONS, REGIONS, commas } from './invented-world.builder.js';
import { type SampleCell, xlsx } from './workbooks.builder.js';

const ukJobs = (): Uint8Array =>
  xlsx(
    ['2024', '2021'],
    [
      ...Array.from({ length: 7 }, () => ['a title']),
      [null, 'Occupation', ...SECTIONS.map((section, index) => `${index + 1} ${section} Industry`)],
      ...UNIT_GROUPS.map((group): SampleCell[] => [
        null,
        `${group} Group`,
        ...SECTIONS.map((section): SampleCell => {
          if (!OCCUPATIONS.some((each) => each.group === group)) return '-';
          return section === 'A' ? 1000.4 : section === 'C' ? 500 : '*';
        }),
      ]),
    ],
  );

const FIGURES = ['p10', 'p25', 'median', 'p75', 'p90', 'mean'];
const PAY = [20_000, 25_000, 30_000.4, 40_000, 50_000, 33_000];
/** Published too, shown nowhere: they bound what is filled. */
const BETWEEN = ['p20', 'p30', 'p40', 'p60', 'p70', 'p80'];
const PAY_BETWEEN = [23_000, 26_500, 28_500, 33_500, 38_000, 42_000];

const ashe = (): string =>
  commas([
    ['period', 'group', 'id', 'label', ...FIGURES, ...BETWEEN],
    ['weekly', 'ft', '1111', 'x', 400, 450, 500, 550, 600, 520, ...BETWEEN.map(() => null)],
    ...UNIT_GROUPS.map((group): SampleCell[] => [
      'annual',
      'ft',
      group,
      'x',
      ...(group === '1111'
        ? [...PAY, ...PAY_BETWEEN]
        : group === '2222'
          ? [null, null, 28_000, null, null, 29_000, null, null, null, 29_500, null, null]
          : [...FIGURES, ...BETWEEN].map(() => null)),
    ]),
  ]);

const ashe2024 = (): Uint8Array =>
  xlsx('Full-Time', [
    ...Array.from({ length: 4 }, () => ['a title']),
    ['Description', 'Code', '10', '25', 'Median', '75', '90', 'Mean', '20', '30', '40', '60', '70', '80'],
    ['All', null, ...Array.from({ length: 12 }, (_, index) => index + 1)],
    ['Managers', '1', ...PAY, ...PAY_BETWEEN],
    ...UNIT_GROUPS.map((group): SampleCell[] => [
      'x',
      group,
      ...(group === '4444' ? ['x', '..', 24_000, ':', '-', 25_000] : FIGURES.map(() => 'x')),
      ...BETWEEN.map(() => 'x'),
    ]),
  ]);

const regions = (): string =>
  commas([
    ['region', 'period', 'group', 'id', 'label', ...FIGURES],
    ...['K02000001', ...REGIONS].flatMap((region, index) =>
      Array.from({ length: 9 }, (_, group): SampleCell[] => [
        region,
        'annual',
        'ft',
        String(group + 1),
        'x',
        null,
        null,
        region === 'K02000001' ? 30_000 : 30_000 + 300 * index,
        null,
        null,
        null,
      ]),
    ),
  ]);

const employers = (): string =>
  commas([
    ['EmployerName', 'PostCode', 'SicCodes', 'EmployerSize', 'CurrentName'],
    ['Old Mill', 'cf104uw', '"1110,\r\n10110"', '1000 to 4999', 'New Mill'],
    ['Anytown Council', 'UK EC1V 4QJ', '1', '"5000 to 19,999"', ''],
    ['Small Shop', 'LS1 1AA', '47110', 'Less than 250', ''],
    ['Nobody Knows', 'HM JX BERMUDA', '', '250 to 499', ''],
  ]);

/** What the United Kingdom publishes, each file in its own format: a few rows, invented. */
export const UK_FILES = {
  apprenticeships: () =>
    commas([
      [
        'reference',
        'version',
        'name',
        'level',
        'status',
        'max_funding_gbp',
        'typical_months',
        'regulated',
        'professional_recognition',
      ],
      ['ST9901', '1.0', 'Automaton tuner', 3, 'open', 9000, 18, 'N', ''],
    ]),
  candidates: () =>
    commas([
      ['sug', 'class', 'candidate_rank', 'onet_code', 'score', 'second_voices'],
      ['1111/01', 'unique', 1, CODES[0], 2, 'tm1+chain'],
      ['2222/00', 'dominated', 1, CODES[2], 1.5, 'chain'],
      ['3333/00', 'ambiguous', 1, CODES[0], 1, ''],
      ['4444/00', 'none', '', '', '', ''],
    ]),
  codingIndex: () =>
    xlsx('SOC2020 coding index', [
      [
        ...['SOC_2020', 'SOC_2020_ext', 'ISCO-08 code based on SOC2020', 'SOC2020_ext_SUG_title'],
        ...['INDEXOCC-natural_word_order', 'ADD', 'IND'],
      ],
      ['1111', '1111/01', '2511', 'Robot tuners', 'Robot Tuner', null, null],
      ['1111', '1111/01', '2511', 'Robot tuners', 'tuner', 'robots', null],
      ['1111', '1111/99', '2221', 'Group 1111 n.e.c.', 'Robot hand', null, null],
      ...OCCUPATIONS.slice(1).map(({ group, isco, title }) => [
        ...[group, `${group}/00`, isco, title, title.replace(/s$/, ''), null, null],
      ]),
      ...UNIT_GROUPS.slice(4).map((group) => [
        group,
        `${group}/00`,
        '2511',
        'x',
        `Hand ${group}`,
        null,
        null,
      ]),
      ['}}}}', null, null, null, 'see tuner', null, null],
    ]),
  soc2020: () =>
    xlsx('SOC2020 descriptions', [
      ['SOC 2020 Unit Group', 'SOC 2020 Group Title'],
      ['111', 'A minor group'],
      ...UNIT_GROUPS.map((group) => [group, `Group  ${group}`]),
    ]),
  ukJobs,
  ashe,
  ashe2024,
  asheRegions: regions,
  employers,
  bankHolidays: () =>
    JSON.stringify({ 'england-and-wales': { events: [{ date: '2027-01-01', title: 'New Year’s Day' }] } }),
} satisfies Partial<Record<SourceId, () => string | Uint8Array>>;
