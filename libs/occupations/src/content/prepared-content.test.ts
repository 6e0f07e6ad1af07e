import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stableJson } from '@app/kernel';
import { DATA_FOLDER } from '../dataset/index.js';
import { FORMER_FILE } from '../groups/former-addresses.js';
import { PAGES_FILE } from '../groups/group-pages.js';
import { type Content, loadContent } from './load-content.js';
import { prepareContent, PREPARED_FILE, preparedContent } from './prepared-content.js';

const CONTENT_FOLDER = join(DATA_FOLDER, '..', 'content');

describe('the prepared content', () => {
  const content = loadContent(CONTENT_FOLDER);

  it('that ships is that of the content files: if not, run `npm run cli -- catalogue paths`', () => {
    const shipped = preparedContent(DATA_FOLDER, CONTENT_FOLDER);
    expect(shipped).toBeDefined();
    expect(stableJson(shipped) === stableJson(content)).toBe(true);
  });

  it('knows the line of a value as the content itself does', () => {
    const path = ['tasks', 2, 'share'];
    const lines = ({ edited }: Pick<Content, 'edited'>): number[] =>
      edited.slice(0, 3).map(({ lineOf }) => lineOf(path));
    expect(lines(preparedContent(DATA_FOLDER, CONTENT_FOLDER) ?? { edited: [] })).toEqual(lines(content));
  });
});

describe('prepared content of a folder', () => {
  let data: string;
  let content: string;
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'prepared-'));
    content = join(data, 'content');
    mkdirSync(content);
    for (const file of ['nurse.yaml', 'dentist.yaml', 'licensed.yaml', PAGES_FILE, FORMER_FILE])
      cpSync(join(CONTENT_FOLDER, file), join(content, file));
    prepareContent(data, content);
    expect(preparedContent(data, content)).toBeDefined();
  });
  afterEach(() => rmSync(data, { recursive: true }));

  const change = (file: string, from: string, to: string): void =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

  it('is not used once a content file was changed, added or removed', () => {
    const file = join(content, 'nurse.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, `${before}\n`);
    expect(preparedContent(data, content)).toBeUndefined();
    writeFileSync(file, before);
    expect(preparedContent(data, content)).toBeDefined();
    cpSync(file, join(content, 'night-nurse.yaml'));
    expect(preparedContent(data, content)).toBeUndefined();
    rmSync(join(content, 'night-nurse.yaml'));
    rmSync(file);
    expect(preparedContent(data, content)).toBeUndefined();
  });

  it('is not used when it is damaged or missing', () => {
    const file = join(data, PREPARED_FILE);
    change(file, '"share":', '"shore":');
    expect(preparedContent(data, content)).toBeUndefined();
    writeFileSync(file, 'spoilt');
    expect(preparedContent(data, content)).toBeUndefined();
    rmSync(file);
    expect(preparedContent(data, content)).toBeUndefined();
  });
});
