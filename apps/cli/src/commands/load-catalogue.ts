import pg from 'pg';
import { loadDataset } from '@app/occupations';

/**
 * Writes the version of the shipped catalogue to the database, so that every order can name the figures it rests on.
 * @returns the version.
 */
export async function loadCatalogueVersion(databaseUrl: string): Promise<string> {
  const { version, checksum } = loadDataset().manifest;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      'insert into catalogue_versions (version, checksum, loaded_at) values ($1, $2, now()) on conflict (version) do nothing',
      [version, checksum],
    );
  } finally {
    await client.end();
  }
  return version;
}
