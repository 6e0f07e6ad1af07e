/** An invented world, small enough to read: the occupations, groups and regions that the sample files speak of, and how such files are written. */
import type { SampleCell } from './workbooks.builder.js';

export type Rows = readonly (readonly SampleCell[])[];

/** Occupations that exist nowhere: O*NET code, title, job zone, exposure as people and as the model see it, probability of 2013. */
export const OCCUPATIONS = [
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
export const CODES = ['15-9901.00', '29-9902.00', '43-9903.00', '51-9904.00'] as const;
/** The release has 412 unit groups; all but four of these are there to be counted. */
export const UNIT_GROUPS = [
  ...OCCUPATIONS.map(({ group }) => group as string),
  ...Array.from({ length: 408 }, (_, index) => String(4500 + index)),
];
export const SECTIONS = [...'ABCDEFGHIJKLMNOPQRS'];
export const THEMES = ['Realistic', 'Investigative', 'Artistic', 'Social', 'Enterprising', 'Conventional'];
export const REGIONS = [
  ...Array.from({ length: 9 }, (_, index) => `E1200000${index + 1}`),
  'W92000004',
  'S92000003',
];

export const soc = (code: string): string => code.slice(0, 7);
/** Each SOC 2018 code comes of one of 2010, with an 8 for its 9. */
export const soc2010 = (code: string): string => soc(code).replace('-99', '-98');

export const delimited = (delimiter: string, rows: Rows): string =>
  rows.map((cells) => `${cells.map((cell) => cell ?? '').join(delimiter)}\n`).join('');
export const tabs = (rows: Rows): string => delimited('\t', rows);
export const commas = (rows: Rows): string => delimited(',', rows);
