import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentError } from '../content-files/content-error.js';
import { FORMER_FILE } from '../groups/former-addresses.js';
import { PAGES_FILE } from '../groups/group-pages.js';
import { loadContent } from './load-content.js';

const FOLDER = join('libs', 'occupations', 'content');

describe('content files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'content-'));
    for (const file of ['nurse.yaml', 'licensed.yaml', PAGES_FILE, FORMER_FILE])
      cpSync(join(FOLDER, file), join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const spoil = (from: string | RegExp, to: string): string[] => {
    const path = join(folder, 'nurse.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    try {
      loadContent(folder);
    } catch (error) {
      if (error instanceof ContentError) return [...error.problems];
      throw error;
    }
    return [];
  };

  it('load as they are', () => {
    expect(loadContent(FOLDER).edited.map(({ slug }) => slug)).toContain('machine-learning-engineer');
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    ['a field nobody knows', 'adoption:', 'speed:', /^nurse\.yaml:\d+: .*speed/],
    ['an exposure past 100', 'exposure: 64', 'exposure: 640', /^nurse\.yaml:\d+: tasks\.3\.exposure/],
    ['shares that do not sum to 100', 'share: 22', 'share: 21', /sum to 99, not 100/],
    ['a level that names an unknown task', 'supervising: 12', 'sleeping: 12', /sleeping is no task/],
    ['broken YAML', 'title: Nurse', 'title: [', /^nurse\.yaml:\d+: /],
    ['a tool without its date', ', checked: 2026-11', '', /checked/],
  ])('refuse %s, with file and line', (_what, from, to, message) => {
    expect(spoil(from, to).join('\n')).toMatch(message);
  });

  it('point at the line', () => {
    const lines = readFileSync(join(folder, 'nurse.yaml'), 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes('exposure: 64')) + 1;
    expect(spoil('exposure: 64', 'exposure: 640')[0]).toMatch(new RegExp(`^nurse\\.yaml:${line}:`));
  });
});
