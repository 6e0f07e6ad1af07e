import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { SOURCES, type SourceId } from '../source-list.js';
import { editedSample } from './edited.builder.js';
import { type SampleCell, xlsx } from './workbooks.builder.js';

type Rows = readonly (readonly SampleCell[])[];

/** Occupations that exist nowhere: O*NET code, title, job zone, exposure as people and as the model see it, probability of 2013. */
const OCCUPATIONS = [
  { code: '15-9901.00', title: 'Robot Tuners', human: 0.4, model: 0.5, fo: 0.1, group: '1111', isco: '2511' },
  { code: '29-9902.00', title: 'Lamp Nurses', human: 0.2, model: 0.3, fo: 0.05, group: '2222', isco: '2221' },
  {
    code: '43-9903.00',
    title: 'Ledger Clerks',
    human: 0.7,
    model: 0.8,
    fo: 0.9,
    group: '3333',
    isco: '4311',
  },
  {
    code: '51-9904.00',
    title: 'Clay Pressers',
    human: 0.3,
    model: 0.2,
    fo: null,
    group: '4444',
    isco: '7318',
  },
] as const;
const CODES = ['15-9901.00', '29-9902.00', '43-9903.00', '51-9904.00'] as const;
/** The release has 412 unit groups; all but four of these are there to be counted. */
const UNIT_GROUPS = [
  ...OCCUPATIONS.map(({ group }) => group as string),
  ...Array.from({ length: 408 }, (_, index) => String(4500 + index)),
];
const SECTIONS = [...'ABCDEFGHIJKLMNOPQRS'];
const THEMES = ['Realistic', 'Investigative', 'Artistic', 'Social', 'Enterprising', 'Conventional'];
const REGIONS = [
  ...Array.from({ length: 9 }, (_, index) => `E1200000${index + 1}`),
  'W92000004',
  'S92000003',
];

const soc = (code: string): string => code.slice(0, 7);
/** Each SOC 2018 code comes of one of 2010, with an 8 for its 9. */
const soc2010 = (code: string): string => soc(code).replace('-99', '-98');

const delimited = (delimiter: string, rows: Rows): string =>
  rows.map((cells) => `${cells.map((cell) => cell ?? '').join(delimiter)}\n`).join('');
const tabs = (rows: Rows): string => delimited('\t', rows);
const csv = (rows: Rows): string => delimited(',', rows);
const commas = (rows: Rows): string => delimited(',', rows);

const rated = (sheet: string, ids: readonly string[]): Uint8Array =>
  xlsx(sheet, [
    ['O*NET-SOC Code', 'Element ID', 'Element Name', 'Scale ID', 'Data Value'],
    // The clay pressers were never rated.
    ...CODES.slice(0, 3).flatMap((code, which) =>
      ids.flatMap((id, index): SampleCell[][] => [
        [code, id, `${sheet} ${index + 1}`, 'IM', 1 + ((index + which) % 5)],
        [code, id, `${sheet} ${index + 1}`, 'LV', 7],
      ]),
    ),
  ]);

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

/** What stands in each published file, in its own format: a few rows, invented. */
const FILES: Readonly<Record<SourceId, () => string | Uint8Array>> = {
  apprenticeships: () =>
    csv([
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
  onetOccupations: () =>
    tabs([
      ['O*NET-SOC Code', 'Title', 'Description'],
      ...OCCUPATIONS.map(({ code, title }) => [code, title, 'They say "so"']),
      ['55-9905.00', 'Drum Majors', 'x'],
    ]),
  onetJobZones: () =>
    tabs([['O*NET-SOC Code', 'Job Zone'], ...CODES.map((code, index) => [code, index + 2])]),
  onetSkills: () =>
    rated(
      'Skills',
      // The third is complex problem solving.
      Array.from({ length: 35 }, (_, index) => (index === 2 ? '2.B.2.i' : `2.A.${index + 1}.a`)),
    ),
  onetKnowledge: () =>
    rated(
      'Knowledge',
      Array.from({ length: 33 }, (_, index) => `2.C.${index + 1}`),
    ),
  onetInterests: () =>
    tabs([
      ['O*NET-SOC Code', 'Element Name', 'Scale ID', 'Data Value'],
      ...CODES.flatMap((code) => [
        ...THEMES.map((theme, index) => [code, theme, 'OI', index + 1.5]),
        [code, 'First Interest High-Point', 'IH', 2],
      ]),
    ]),
  onetRelated: () =>
    tabs([
      ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
      [CODES[0], CODES[2], 'Primary-Long', 2],
      [CODES[0], CODES[1], 'Primary-Short', 1],
    ]),
  onetTasks: () =>
    tabs([
      ['O*NET-SOC Code', 'Task ID', 'Task', 'Task Type'],
      ...CODES.flatMap((code) => [
        [code, 1, 'x', 'Core'],
        [code, 2, 'x', 'Supplemental'],
        [code, 3, 'x', 'n/a'],
      ]),
    ]),
  onetTaskActivities: () =>
    tabs([
      ['O*NET-SOC Code', 'Task ID', 'DWA ID'],
      ...CODES.flatMap((code) => [
        [code, 1, '4.A.1.a.1.I01.D01'],
        [code, 1, '4.A.1.a.1.I01.D02'],
        [code, 2, '4.A.2.a.4.I02.D03'],
      ]),
    ]),
  gptsOccupations: () =>
    commas([
      ['O*NET-SOC Code', 'Title', 'dv_rating_beta', 'human_rating_beta'],
      ...OCCUPATIONS.map(({ code, model, human }) => [code, '"a, b"', model, human]),
      ['11-9906.00', 'gone', 0.1, 0.1],
    ]),
  gptsTasks: () =>
    tabs([
      ['O*NET-SOC Code', 'Task ID', 'Task', 'human_exposure_agg', 'gpt4_exposure'],
      ...CODES.flatMap((code) => [
        [code, 1, '"a ""quoted"" task"', 'E0', 'E2'],
        [code, 2, 'x', 'E1', 'E2'],
      ]),
    ]),
  freyOsborne: () =>
    commas([
      ['Rank', 'Probability', 'SOC code'],
      ...OCCUPATIONS.flatMap(({ code, fo }, index) => (fo === null ? [] : [[index, fo, soc2010(code)]])),
    ]),
  ilo: () =>
    xlsx('Sheet1', [
      ['ISCO_08', 'mean_score_2025'],
      ...OCCUPATIONS.flatMap(({ isco, model }) => [
        [isco, model],
        [isco, model],
      ]),
    ]),
  microsoft: () =>
    commas([['SOC Code', 'ai_applicability_score'], ...CODES.map((code) => [soc(code), 0.25])]),
  observed: () =>
    commas([
      ['soc_code', 'observed_exposure'],
      [soc(CODES[0]), 0.5],
    ]),
  aioe: () =>
    xlsx('Appendix A', [
      ['SOC Code', 'Title', 'AIOE'],
      ...CODES.map((code, index) => [soc2010(code), 'x', index - 1.5]),
    ]),
  aioeLanguage: () =>
    xlsx('LM AIOE', [
      ['SOC Code', 'Title', 'Language Modeling\nAIOE'],
      ...CODES.map((code, index) => [soc2010(code), 'x', index - 0.5]),
    ]),
  soc2010To2018: () =>
    commas([['2010 SOC Code', '2018 SOC Code'], ...CODES.map((code) => [soc2010(code), soc(code)])]),
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
};

/** Edited reports: slug, code, group and the exposure of all of the week. Six, so that something can be calibrated. */
const EDITED = [
  ['tuner', CODES[0], '1111/01', 40],
  ['robot-doctor', CODES[0], '1111', 50],
  ['lamp-sister', CODES[1], '2222', 22],
  ['night-lamp-sister', CODES[1], '2222', 18],
  ['ledger-clerk', CODES[2], '3333', 71],
  ['chief-ledger-clerk', CODES[2], '3333', 64],
] as const;

/** Our own words for the sample: what the import joins with the published files. */
const WORDS: Readonly<Record<string, string>> = {
  'activities.yaml': '4.A.1.a.1: Finding things out\n4.A.2.a.4: Weighing things up\n',
  'licensed.yaml': 'professions: []\n',
  'groups/overruled.yaml': `2222/00: ${CODES[2]}\n`,
  'groups/former.yaml': "robot-tuners: '1111/01'\n",
  'groups/pages.yaml': stringify({
    answers: { tuner: ['1111/01'], 'lamp-sister': ['2222'], 'ledger-clerk': ['3333'] },
    roles: { 'robot-doctor': '1111', 'night-lamp-sister': '2222', 'chief-ledger-clerk': '3333' },
  }),
  'groups/links/1.yaml': stringify(
    Object.fromEntries(
      UNIT_GROUPS.map((group, index) => {
        const own = {
          title: `Hand of ${group}`,
          codes: { [CODES[index] ?? CODES[0]]: 1 },
          why: 'the same',
          sure: 'good',
        };
        const robots = {
          title: 'Robot tuner',
          codes: { [CODES[0]]: 0.75, [CODES[2]]: 0.25 },
          why: 'near',
          sure: 'fair',
        };
        const rest = { title: 'Other hand', codes: {}, why: 'many kinds', sure: 'weak' };
        return [
          group,
          {
            codes: own.codes,
            groups: index === 0 ? { '1111/01': robots, '1111/99': rest } : { [`${group}/00`]: own },
          },
        ];
      }),
    ),
  ),
  'groups/next/1.yaml': stringify(
    Object.fromEntries(
      UNIT_GROUPS.map((group, index) => [
        group,
        [1, 2, 3, 4, 5, 6].map((step) => ({
          to: UNIT_GROUPS[(index + step) % UNIT_GROUPS.length],
          why: 'known work',
        })),
      ]),
    ),
  ),
  ...Object.fromEntries(
    EDITED.map(([slug, code, , exposure]) => [`${slug}.yaml`, stringify(editedSample(slug, code, exposure))]),
  ),
};

/** Built once: the same for every test. */
const built = new Map<SourceId, string | Uint8Array>();

function contentOf(source: SourceId): string | Uint8Array {
  const content = built.get(source) ?? FILES[source]();
  built.set(source, content);
  return content;
}

/** Writes one file as the sample has it, or as `change` makes it, into a folder of sources. */
export function writeSample(folder: string, source: SourceId, change = (text: string): string => text): void {
  const file = join(folder, SOURCES[source].file);
  const content = contentOf(source);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? change(content) : content);
}

/** Writes every source into `folder`, and our own words into `words`. */
export function writeSamples(folder: string, words: string): void {
  for (const source of Object.keys(SOURCES) as SourceId[]) writeSample(folder, source);
  for (const [name, text] of Object.entries(WORDS)) {
    mkdirSync(dirname(join(words, name)), { recursive: true });
    writeFileSync(join(words, name), text);
  }
}
