import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@app/kernel';
import { TASKS_FOLDER } from '../groups/activity-names.js';
import { FORMER_FILE } from '../groups/former-addresses.js';
import { PAGES_FILE } from '../groups/group-pages.js';
import { TITLES_FILE } from '../groups/group-titles.js';
import { type Content, loadContent } from './load-content.js';
import { contentLines, type Path } from '../content-files/yaml-file.js';

/** The content as parsed and checked, beside the data set: reading the YAML takes most of the time an app needs to start. */
export const PREPARED_FILE = 'content.json';

interface Head {
  readonly format: 1;
  /** The content files this was made from: see {@link inputsOf}. */
  readonly inputs: string;
  /** Of the second line. */
  readonly sha256: string;
}

/**
 * Parses and checks the content files and writes what an app reads of them at boot.
 * @throws ContentError with the problems of all files
 */
export function prepareContent(dataFolder: string, contentFolder: string): void {
  const body = JSON.stringify(loadContent(contentFolder));
  const head: Head = { format: 1, inputs: inputsOf(contentFolder), sha256: sha256(body) };
  writeFileSync(join(dataFolder, PREPARED_FILE), `${JSON.stringify(head)}\n${body}\n`);
}

/** The prepared content, or undefined when it is missing, damaged or of other content files: then {@link loadContent} reads them. */
export function preparedContent(dataFolder: string, contentFolder: string): Content | undefined {
  try {
    const [first = '', body = ''] = readFileSync(join(dataFolder, PREPARED_FILE), 'utf8').split('\n');
    const head = JSON.parse(first) as Head;
    if (head.format !== 1 || head.inputs !== inputsOf(contentFolder) || head.sha256 !== sha256(body))
      return undefined;
    const { edited, ...rest } = JSON.parse(body) as Content;
    const lineOf = (file: string) => (path: Path) =>
      contentLines(readFileSync(join(contentFolder, file), 'utf8'))(path);
    return { ...rest, edited: edited.map((one) => ({ ...one, lineOf: lineOf(one.file) })) };
  } catch {
    return undefined;
  }
}

/** A hash over names and bytes of every content file that is prepared. */
function inputsOf(contentFolder: string): string {
  const inFolder = (folder: string): string[] =>
    existsSync(join(contentFolder, folder))
      ? readdirSync(join(contentFolder, folder)).map((name) => join(folder, name))
      : [];
  const files = [...inFolder('.'), ...inFolder(TASKS_FOLDER), PAGES_FILE, FORMER_FILE, TITLES_FILE].filter(
    (name) => name.endsWith('.yaml') && existsSync(join(contentFolder, name)),
  );
  return sha256(
    files
      .sort()
      .map((name) => `${name} ${sha256(readFileSync(join(contentFolder, name)))}\n`)
      .join(''),
  );
}
