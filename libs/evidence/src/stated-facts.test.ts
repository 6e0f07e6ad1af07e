import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { HELP_NUMBER } from '@app/blueprint';
import { projectPath } from '@app/config';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { FakeClock } from '@app/testing';
import { OutsideFacts } from './outside-facts.js';

const catalogue = Catalogue.load();
const facts = [...new OutsideFacts(catalogue, new LabourMarket(catalogue), new FakeClock()).all().values()];
const wordsIn = new Map<string, string>();
for (const { key, words, page, places } of facts)
  for (const { file } of places)
    wordsIn.set(file, `${wordsIn.get(file) ?? ''}\n${key} ${words} ${page ?? ''}`);

const FOLDERS = [
  'libs/labour-market/content',
  'templates/blueprint',
  'templates/contract',
  'templates/email',
  'templates/site',
];
/** Files that state something of the outside and are kept up in another way. */
const KEPT_ELSEWHERE: Readonly<Record<string, string>> = {
  'libs/labour-market/content/employer-marks.yaml': 'keeps firms out of lists; nothing of it is printed',
  'libs/labour-market/content/places/fields-of-work.yaml':
    'keeps bodies out of lists; nothing of it is printed',
  'templates/site/discovery/evidence.yaml': 'published research, each with its own day and reading',
};
/** What only a file that states facts of the outside says. */
const MARKS = [
  HELP_NUMBER,
  /https:\/\/(?!\{)[a-z]|\bwww\.|\.gov\.(?:uk|scot|wales)|\bnidirect\b/,
  /Universal Credit|Jobseeker|National Careers Service|\bAcas\b|Citizens Advice/,
];
/** How content says that nobody has checked it; on a page it is the page’s own wording. */
const UNREAD = /general knowledge|(?:not yet|nobody has) (?:been )?(?:checked|compared)/;
const ADDRESS = /(?:https:\/\/|\b)((?:www\.)?(?:[a-z0-9-]+\.)+(?:uk|scot|wales|org)\b[\w/-]*)/g;

const filesOf = (folder: string): string[] =>
  readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:yaml|liquid)$/.test(name))
    .map((name) => `${folder}/${name}`);
const textOf = (file: string): string => readFileSync(projectPath(file), 'utf8');

/** What of a file’s text no fact of that file holds. */
function unheld(file: string, text: string): string[] {
  const marks = file.endsWith('.yaml') ? [...MARKS, UNREAD] : MARKS;
  if (file in KEPT_ELSEWHERE || !marks.some((mark) => text.search(mark) >= 0)) return [];
  const held = wordsIn.get(file);
  if (held === undefined) return [`${file} states facts, and the queue has none of it`];
  const numbers = text.match(HELP_NUMBER) ?? [];
  // Sources of content have fields of their own, which their readers take whole; prose has to be searched.
  const addresses = file.startsWith('templates/')
    ? [...text.replace(/#.*$/gm, '').matchAll(ADDRESS)].map(([, address = '']) => address)
    : [];
  return [...numbers, ...addresses]
    .filter((said) => !held.includes(said.replace(/\/$/, '')))
    .map((said) => `${file}: ${said}`);
}

describe('every file that states facts of the outside', () => {
  it('has them in the evidence queue, each number and page of it too', () => {
    const files = FOLDERS.flatMap(filesOf);
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((file) => unheld(file, textOf(file)))).toEqual([]);
  });

  it('is missed when it is new, and when it says one thing more', () => {
    expect(unheld('templates/site/new.liquid', 'Ring Acas.')).toHaveLength(1);
    const plan = 'templates/blueprint/plan.yaml';
    expect(unheld(plan, `${textOf(plan)}\nmore: ring 0300 999 9999, or www.never-held.org.uk`)).toHaveLength(
      2,
    );
  });

  it('has no part that its reader passes by: bodies, boards, trades and services, each in each nation', () => {
    type ByName = Record<string, Record<string, string>>;
    const content = 'libs/labour-market/content';
    const bodies = parse(textOf(`${content}/bodies.yaml`)) as ByName;
    const boards = parse(textOf(`${content}/places/job-boards.yaml`)) as ByName;
    const { advice, claim } = parse(textOf('templates/blueprint/plan.yaml')) as ByName;
    const trades = parse(textOf(`${content}/places/public-bodies.yaml`)) as {
      groups: string[];
      nations: Record<string, string>;
    }[];
    const nationsOf = (of: string, nations: object | undefined) =>
      Object.keys(nations ?? {}).map((nation) => `${of} in ${nation}`);
    const wanted = [
      ...Object.entries(bodies).flatMap(([name, nations]) => nationsOf(`licence:${name}`, nations)),
      ...Object.entries(boards).flatMap(([name, nations]) => nationsOf(`employer:${name}`, nations)),
      ...nationsOf('help:advice', advice),
      ...nationsOf('help:claim', claim),
      ...trades.flatMap(({ groups, nations }) =>
        nationsOf('employer:public bodies', nations).map((key) => `${key}, ${groups[0]}`),
      ),
    ];
    const held = new Set(facts.map(({ key }) => key));
    expect(wanted.length).toBeGreaterThan(60);
    expect(wanted.filter((key) => !held.has(key))).toEqual([]);
  });
});
