import type { DataSource } from 'typeorm';
import type { Environment } from '@app/config';
import { isAnyOutside } from './outside-files.store.js';

const UNSET = 'FILES_URL, FILES_KEY_ID and FILES_SECRET are not set';

/** Why files could not be given out with these settings, in words that may be shown to anybody; null when they can. */
export async function filesFault(source: DataSource, { FILES_URL }: Environment): Promise<string | null> {
  if (FILES_URL !== undefined || (await isAnyOutside(source.manager)) !== 'alone') return null;
  return `Files of blueprints are kept outside the database, and ${UNSET}.`;
}

/** As {@link filesFault}, or why they could not be erased: a restored backup has the bytes, and the bucket may still hold its copies. */
export async function copiesFault(source: DataSource, environment: Environment): Promise<string | null> {
  const fault = await filesFault(source, environment);
  if (fault !== null || environment.FILES_URL !== undefined) return fault;
  return (await isAnyOutside(source.manager)) === 'none'
    ? null
    : `Copies of blueprints may lie outside the database, where nothing could erase them: ${UNSET}.`;
}
