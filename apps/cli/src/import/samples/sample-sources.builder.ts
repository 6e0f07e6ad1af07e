import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { SOURCES, type SourceId } from '../source-list.js';
import { editedSample } from './edited.builder.js';
import { CODES, UNIT_GROUPS } from './invented-world.builder.js';
import { ONET_FILES } from './onet-sources.builder.js';
import { UK_FILES } from './uk-sources.builder.js';

/** What stands in each published file. */
const FILES: Readonly<Record<SourceId, () => string | Uint8Array>> = { ...ONET_FILES, ...UK_FILES };

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
  'groups/registers.yaml': 'registers: []\n',
  'groups/next/1.yaml': stringify(
    Object.fromEntries(
      UNIT_GROUPS.map((group, index) => [
        group,
        [1, 2, 3, 4, 5, 6].map((step) => ({
          to: UNIT_GROUPS[(index + step) % UNIT_GROUPS.length],
          why: 'known work, indoors; the pay shown is of all who do it',
          route: 'a course',
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
