import type { DataSource } from 'typeorm';
import type { Environment } from '@app/config';
import { isAnyOutside } from './outside-files.store.js';

/** Why files could not be given out with these settings, in words that may be shown to anybody; null when they can. */
export async function filesFault(source: DataSource, { FILES_URL }: Environment): Promise<string | null> {
  return FILES_URL === undefined && (await isAnyOutside(source.manager))
    ? 'Files of blueprints are kept outside the database, and FILES_URL, FILES_KEY_ID and FILES_SECRET are not set.'
    : null;
}
