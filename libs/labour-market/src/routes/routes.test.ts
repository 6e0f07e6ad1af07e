import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentError, loadDataset } from '@app/occupations';
import { loadRoutes, ROUTES_FOLDER } from './load-routes.js';
import { nationOf } from './nation.js';
import { preparedRoutes, prepareRoutes, readRoutes } from './prepared-routes.js';

// 900 kB of YAML take seconds.
vi.setConfig({ testTimeout: 60_000 });

const { unitGroups, apprenticeships } = loadDataset();

describe('the routes', () => {
  it('that ship are those of the files: if not, run `npm run cli -- catalogue paths`', () => {
    const written = loadRoutes({ unitGroups, apprenticeships });
    expect(written.size).toBe(412);
    expect(JSON.stringify([...(preparedRoutes() ?? [])])).toBe(JSON.stringify([...written].sort()));
  });

  it('name the register of a protected title, each nation its own', () => {
    const bodies = (code: string, nation: string): string[] =>
      (preparedRoutes()?.get(code)?.registers ?? [])
        .filter(({ nations, force }) => force === 'law' && nations.some((one) => one === nation))
        .map(({ body }) => body);
    expect(bodies('2237', 'Wales')).toContain('Nursing and Midwifery Council');
    expect(bodies('6133', 'England')).toContain('General Dental Council');
    expect(bodies('2461', 'Scotland')).not.toEqual(bodies('2461', 'Wales'));
  });

  it('are looked up by the nation of a region', () => {
    expect(
      ['E12000007', 'W92000004', 'S92000003', 'N92000002', undefined].map((code) => nationOf(code)),
    ).toEqual(['England', 'Wales', 'Scotland', 'Northern Ireland', undefined]);
  });
});

describe('a route file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'routes-'));
    cpSync(join(ROUTES_FOLDER, '63.yaml'), join(folder, '63.yaml'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const world = {
    unitGroups: new Map(['6311', '6312'].map((code) => [code, code])),
    apprenticeships: new Map(
      (['open', 'paused', 'leaving'] as const).map((status, index) => {
        const reference = `ST000${index + 1}`;
        const record = {
          reference,
          version: '1.0',
          name: 'A',
          level: 3,
          fundingBand: 9000,
          regulated: false,
        };
        return [reference, { ...record, status }];
      }),
    ),
  };

  const faults = (change: (text: string) => string): readonly string[] => {
    const file = join(folder, '63.yaml');
    const before = readFileSync(file, 'utf8').replace(
      /apprenticeships: \[.*\]/g,
      'apprenticeships: [ST0001]',
    );
    const after = change(before);
    expect(after === before).toBe(false);
    writeFileSync(file, after);
    try {
      loadRoutes(world, folder);
    } catch (error) {
      if (error instanceof ContentError) return error.problems;
      throw error;
    }
    return [];
  };

  it.each<[string, (text: string) => string, RegExp]>([
    [
      'a nation that is none',
      (text) => text.replace('England', 'Britain'),
      /^63\.yaml:\d+: \d{4}: .*nations/,
    ],
    [
      'months that end before they begin',
      (text) => text.replace(/months: .*/, 'months: { from: 9, to: 6 }'),
      /months end/,
    ],
    [
      'months beyond twenty years',
      (text) => text.replace(/months: .*/, 'months: { from: 9, to: 600 }'),
      /months\.to/,
    ],
    [
      'a cost below nothing',
      (text) => text.replace(/from: (\d+), to: (\d+), what/, 'from: -1, to: 0, what'),
      /cost\.from/,
    ],
    ['a basis nobody knows', (text) => text.replace('general-knowledge', 'hearsay'), /basis/],
    ['two tests', (text) => text.replace(/(tests:\n)\s+- .*\n(?:\s{6,}.*\n)*/, '$1'), /tests/],
    [
      'no funded way',
      (text) => text.replace(/funded:\n(?:\s+- .*\n|\s{6,}.*\n)+?(?=\s+tests:)/, 'funded: []\n'),
      /funded/,
    ],
    ['an unknown apprenticeship', (text) => text.replace('ST0001', 'ST9999'), /ST9999 is not on the list/],
    ['a paused apprenticeship', (text) => text.replace('ST0001', 'ST0002'), /ST0002 is paused/],
    [
      'an apprenticeship that loses its money',
      (text) => text.replace('ST0001', 'ST0003'),
      /ST0003 is leaving/,
    ],
    ['a group that does not exist', (text) => text.replace("'6311'", "'6399'"), /6399: no unit group/],
    ['a group that is missing', (text) => text.replace("'6311'", "'6399'"), /6311 has no route/],
    ['a field that is unknown', (text) => text.replace('firstJob:', 'first:'), /63\.yaml:\d+: \d{4}: first/],
    ['an address nobody could type', (text) => text.replace(/page: [^ ,}]+/, 'page: somewhere'), /page/],
    [
      'a page that was read and is not named',
      (text) => text.replace('general-knowledge]', 'general-knowledge, stored-page]'),
      /stored page/,
    ],
  ])('is refused for %s', (_name, change, expected) => {
    expect(faults(change).join('\n')).toMatch(expected);
  });

  it('makes what was prepared of it stale when it changes', () => {
    const file = join(folder, 'routes.json');
    faults((text) => `${text}\n`);
    prepareRoutes(world, file, folder);
    expect(preparedRoutes(file, folder)?.size).toBe(2);
    writeFileSync(join(folder, '63.yaml'), `${readFileSync(join(folder, '63.yaml'), 'utf8')}\n`);
    expect(preparedRoutes(file, folder)).toBeUndefined();
    expect(readRoutes(world, file, folder).size).toBe(2);
  });
});
