import { DataSource } from 'typeorm';
import { databaseOptions } from '@app/database';
import { sha256, stableJson } from '@app/kernel';
import { loadDataset, recordCatalogueVersion } from '@app/occupations';

/**
 * Writes the version of the shipped catalogue to the database, so that every order can name the figures it rests on.
 * @returns the version.
 */
export async function loadCatalogueVersion(databaseUrl: string): Promise<string> {
  // Loading checks every file against the manifest, so the manifest's own hash stands for all of them.
  const { manifest } = loadDataset();
  const source = await new DataSource(databaseOptions(databaseUrl, 1)).initialize();
  try {
    await recordCatalogueVersion(source.manager, manifest.version, sha256(stableJson(manifest)));
  } finally {
    await source.destroy();
  }
  return manifest.version;
}
