import type { EntityManager } from 'typeorm';

/** Puts a version of the catalogue on record; one that is there already keeps its checksum and its time. */
export async function recordCatalogueVersion(
  manager: EntityManager,
  version: string,
  checksum: string,
): Promise<void> {
  await manager.query(
    'insert into catalogue_versions (version, checksum, loaded_at) values ($1, $2, now()) on conflict (version) do nothing',
    [version, checksum],
  );
}
