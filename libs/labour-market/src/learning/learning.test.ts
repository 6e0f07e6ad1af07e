import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentError, loadDataset } from '@app/occupations';
import { LEARNING_FOLDER, loadLearning, loadLearningOfTitles } from './load-learning.js';
import { preparedLearning, prepareLearning, readLearning } from './prepared-learning.js';

// 450 kB of YAML take seconds.
vi.setConfig({ testTimeout: 60_000 });

describe('what to learn', () => {
  it('for every unit group is that of the files: if not, run `npm run cli -- catalogue paths`', () => {
    const written = loadLearning(loadDataset().unitGroups);
    expect(written.size).toBe(412);
    expect(JSON.stringify([...(preparedLearning() ?? [])])).toBe(JSON.stringify([...written].sort()));
  });
});

describe('a file of what titles have of their own', () => {
  it('is refused with file and line as that of a group is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'learning-'));
    const text = readFileSync(join(LEARNING_FOLDER, '63.yaml'), 'utf8');
    writeFileSync(join(folder, 'titles.yaml'), text.replace(/from: \d+/, 'from: 9999'));
    expect(() => loadLearningOfTitles(folder)).toThrow(/titles\.yaml:\d+: 6311/);
    rmSync(folder, { recursive: true });
  });
});

describe('a file of what to learn', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'learning-'));
    cpSync(join(LEARNING_FOLDER, '63.yaml'), join(folder, '63.yaml'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const unitGroups = new Map(['6311', '6312'].map((code) => [code, code]));

  const faults = (change: (text: string) => string): string => {
    const file = join(folder, '63.yaml');
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    expect(after === before).toBe(false);
    writeFileSync(file, after);
    try {
      loadLearning(unitGroups, folder);
    } catch (error) {
      if (error instanceof ContentError) return error.problems.join('\n');
      throw error;
    }
    return '';
  };
  /** The first item put in place of the one that stands there. */
  const item = (changes: Readonly<Record<string, string>>) => (text: string) =>
    Object.entries(changes).reduce(
      (words, [key, value]) => words.replace(new RegExp(`(\\b${key}: ).*`), `$1${value}`),
      text,
    );

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'a group that does not exist',
      (text) => text.replace("'6311'", "'6399'"),
      /^63\.yaml:\d+: 6399: no unit group/,
    ],
    ['a group that is missing', (text) => text.replace("'6311'", "'6399'"), /6311 has nothing to learn/],
    ['a group that stands twice', (text) => `${text}\n${text.replace("'6312'", "'6313'")}`, /63\.yaml:\d+: /],
    [
      'two items',
      (text) => text.replace(/ {4}- learn: (?:.*\n)+?(?= {4}- learn)/, ''),
      /^63\.yaml:\d+: 6311: first: /,
    ],
    ['one thing twice', (text) => twice(text), /63\.yaml:\d+: 6311: first: /],
    [
      'hours that end before they begin',
      item({ hours: '{ from: 3, to: 1 }' }),
      /63\.yaml:3: 6311: hours end/,
    ],
    ['an item out of its order of effort', item({ hours: '{ from: 900, to: 900 }' }), /takes less effort/],
    ['a cost below nothing', (text) => text.replace(/cost: \{ from: 0/, 'cost: { from: -1'), /cost\.from/],
    [
      'a cost that ends before it begins',
      (text) => text.replace(/cost: \{[^}]*\}/, 'cost: { from: 9, to: 1 }'),
      /cost ends/,
    ],
    [
      'an empty word',
      item({ why: 'It is a really useful thing.' }),
      /63\.yaml:3: 6311: “really” says nothing/,
    ],
    ['American spelling', item({ why: 'The center asks for it.' }), /“center” is American/],
    ['an AI tool that nobody looked at', item({ learn: 'writing notices with ChatGPT' }), /ChatGPT is named/],
    [
      'a thing that is too long',
      item({ learn: 'a thing to learn '.repeat(6) }),
      /63\.yaml:\d+: 6311: first\.0\.learn/,
    ],
    ['an address nobody could type', (text) => text.replace(/page: [^ ,}]+/, 'page: somewhere'), /page/],
    ['a field that is unknown', item({ proof: 'the card\n      price: 10' }), /price/],
    [
      'a month that is none',
      (text) => text.replace('checked: false', 'checked: last year'),
      /checked is false, or a month/,
    ],
  ])('is refused for %s', (_name, change, expected) => {
    expect(faults(change)).toMatch(expected);
  });

  it('may name an AI tool with the month in which somebody looked', () => {
    const dated = (text: string): string =>
      item({ learn: 'writing notices with ChatGPT' })(text).replace('checked: false', 'checked: 2026-11');
    expect(faults(dated)).toBe('');
  });

  it('makes what was prepared of it stale when it changes', () => {
    const file = join(folder, 'learning.json');
    prepareLearning(unitGroups, file, folder);
    expect(preparedLearning(file, folder)?.size).toBe(2);
    faults((text) => `${text}\n`);
    expect(preparedLearning(file, folder)).toBeUndefined();
    expect(readLearning(unitGroups, file, folder).size).toBe(2);
  });
});

/** The second item says what the first says. */
function twice(text: string): string {
  const [, learn = ''] = /- learn: (.*)/.exec(text) ?? [];
  let place = 0;
  return text.replace(/- learn: .*/g, (line) => ((place += 1) === 2 ? `- learn: ${learn}` : line));
}
