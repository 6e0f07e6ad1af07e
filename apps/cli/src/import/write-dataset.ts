import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@app/kernel';
import {
  DATA_FILES,
  type DataFile,
  type Manifest,
  MANIFEST_FILE,
  recordsJson,
  type SourceInfo,
} from '@app/occupations';
import { SOURCES, type SourceId } from './source-list.js';

/** Name of the data's release line in its version; the hash behind it tells apart what was built from what. */
const RELEASE = '30.2';

/**
 * Writes every file and the manifest with their hashes. Nothing in them depends on when or where it ran. The manifest goes last, so
 * that a write cut short leaves a set that refuses to load instead of one that is half new.
 */
export async function writeDataset(
  outFolder: string,
  contents: Readonly<Record<DataFile, readonly unknown[]>>,
  rows: ReadonlyMap<SourceId, number>,
): Promise<Manifest> {
  await mkdir(outFolder, { recursive: true });
  const files: Manifest['files'][number][] = [];
  for (const name of DATA_FILES) {
    const text = recordsJson(contents[name]);
    await writeFile(join(outFolder, name), text);
    files.push({
      name,
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
      records: contents[name].length,
    });
  }
  const sources: SourceInfo[] = (Object.keys(SOURCES) as SourceId[])
    .filter((id) => rows.has(id))
    .map((id) => ({ id, ...SOURCES[id], rows: rows.get(id) ?? 0 }));
  const version = `${RELEASE}-${sha256(files.map((file) => file.sha256).join('\n')).slice(0, 12)}`;
  const manifest: Manifest = { format: 1, version, sources, files };
  await writeFile(join(outFolder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}
