import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentError, loadDataset, isForTrade } from '@app/occupations';
import { loadSteps, STEPS_FOLDER } from './load-steps.js';
import { tradeTitles } from './trade-titles.js';
import { preparedSteps, prepareSteps, readSteps } from './prepared-steps.js';

// 700 kB of YAML take seconds.
vi.setConfig({ testTimeout: 60_000 });

describe('the next steps inside the trade', () => {
  it('of every unit group are those of the files: if not, run `npm run cli -- catalogue paths`', () => {
    const dataset = loadDataset();
    const written = loadSteps(dataset.unitGroups, STEPS_FOLDER, tradeTitles(dataset));
    expect(written.size).toBe(412);
    expect(JSON.stringify([...(preparedSteps() ?? [])])).toBe(JSON.stringify([...written].sort()));
  });

  it('end in a question or a sentence that somebody can say, and name a page', () => {
    for (const [code, { steps }] of readSteps(loadDataset().unitGroups))
      for (const { step, say, why } of steps) {
        expect([code, step, say.split(' ').length > 4]).toEqual([code, step, true]);
        expect([code, step, why]).toEqual([code, step, expect.stringMatching(/^\p{Lu}/u)]);
      }
  });
});

describe('a file of steps', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'steps-'));
    cpSync(join(STEPS_FOLDER, '63.yaml'), join(folder, '63.yaml'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const unitGroups = new Map(['6311', '6312'].map((code) => [code, code]));

  const titles = {
    pages: new Map([['6311', ['Police community support officer']]]),
    all: new Map([['6311', ['Police community support officer', 'Beat officer, railway']]]),
  };

  const faults = (change: (text: string) => string): string => {
    const file = join(folder, '63.yaml');
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    expect(after === before).toBe(false);
    writeFileSync(file, after);
    try {
      loadSteps(unitGroups, folder, titles);
    } catch (error) {
      if (error instanceof ContentError) return error.problems.join('\n');
      throw error;
    }
    return '';
  };
  /** The first of the lines with this key says something else. */
  const line = (key: string, value: string) => (text: string) =>
    text.replace(new RegExp(`(\\b${key}: ).*`), `$1${value}`);

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'a group that does not exist',
      (text) => text.replace("'6311'", "'6399'"),
      /^63\.yaml:\d+: 6399: no unit group/,
    ],
    ['a group that is missing', (text) => text.replace("'6311'", "'6399'"), /6311 has no next step/],
    ['a group that stands twice', (text) => `${text}\n${text.replace("'6312'", "'6313'")}`, /63\.yaml:\d+: /],
    [
      'one step only',
      (text) => text.replace(/ {4}- step: [^]*?(?= {2}checked)/, firstOf),
      /63\.yaml:\d+: 6311: steps: /,
    ],
    ['a level that is none', line('for', 'everybody'), /63\.yaml:\d+: 6311: steps\.0\.for/],
    ['months that end before they begin', line('months', '[9, 3]'), /63\.yaml:\d+: 6311: months end/],
    ['more months than five years', line('months', '[1, 90]'), /steps\.0\.months/],
    ['words to say that end in nothing', line('say', 'May I'), /steps\.0\.say/],
    ['a step that ends like a sentence', line('step', 'team leader.'), /steps\.0\.step/],
    ['a step that is too long', line('step', 'a step '.repeat(9).trim()), /steps\.0\.step/],
    ['no cost', line('cost', "''"), /steps\.0\.cost/],
    ['an address nobody could type', line('page', 'somewhere'), /steps\.0\.page/],
    ['American spelling', line('why', 'The center asks for it.'), /63\.yaml:\d+: 6311: “center” is American/],
    ['a field that is unknown', line('for', 'anyone\n      pay: 10'), /pay/],
    [
      'a trade that no title names',
      line('for', 'anyone\n      trades: [dentist]'),
      /6311: no title of the group/,
    ],
    [
      'a page without a step',
      (text) => text.replace(/(\bfor: .*)/g, '$1\n      trades: [beat]'),
      /6311: no step is for “Police community support officer”/,
    ],
    ['what nobody was asked about', line('for', 'anyone\n      brings: [noise]'), /steps\.0\.brings/],
    ['a month that is none', line('checked', 'last year'), /checked is false, or a month/],
  ])('is refused for %s', (_name, change, expected) => {
    expect(faults(change)).toMatch(expected);
  });

  it('may name the trades of a group that a step is for', () => {
    const some = { trades: ['dental', 'gp'], notTrades: ['locum'] };
    expect(
      ['Dental receptionist', 'Hotel receptionist', 'Locum GP'].map((title) => isForTrade(some, title)),
    ).toEqual([true, false, false]);
    expect(isForTrade({}, 'Anybody')).toBe(true);
  });

  it('makes what was prepared of it stale when it changes', () => {
    const file = join(folder, 'steps.json');
    prepareSteps(unitGroups, file, folder);
    expect(preparedSteps(file, folder)?.size).toBe(2);
    faults((text) => `${text}\n`);
    expect(preparedSteps(file, folder)).toBeUndefined();
    expect(readSteps(unitGroups, file, folder).size).toBe(2);
  });
});

/** The first of some steps alone. */
const firstOf = (steps: string): string => steps.split(/(?= {4}- step: )/)[0] ?? '';
