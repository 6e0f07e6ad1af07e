import pg from 'pg';
import { sha256, stableJson } from '@app/kernel';
import { loadDataset } from '@app/occupations';

/**
 * Writes the version of the shipped catalogue to the database, so that every order can name the figures it rests on.
 * @returns the version.
 */
export async function loadCatalogueVersion(databaseUrl: string): Promise<string> {
  // Loading checks every file against the manifest, so the manifest's own hash stands for all of them.
  const { manifest } = loadDataset();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      'insert into catalogue_versions (version, checksum, loaded_at) values ($1, $2, now()) on conflict (version) do nothing',
      [manifest.version, sha256(stableJson(manifest))],
    );
  } finally {
    await client.end();
  }
  return manifest.version;
}
