import { type Bucket, isBucketAway } from '@app/bucket';
import type { Asking, BytesElsewhere } from '@app/database';
import { type CopiedFile, readCopy } from './outside-copy.js';
import { comeBack, outsideAlone } from './outside-files.store.js';

/** The files that a backup fetches, and those that it could not. */
export interface FilesForBackup {
  readonly read: (asking: Asking) => AsyncIterable<BytesElsewhere>;
  /** Ids, once all were read. */
  readonly missing: readonly string[];
}

/** Fetches every file that is outside alone. One that is lost does not stop the backup of all others; a bucket that is away is asked once. */
export function filesForBackup(bucket: Bucket): FilesForBackup {
  const missing: string[] = [];
  let isAway = false;
  const fetch = async (file: CopiedFile): Promise<Buffer | null> => {
    if (isAway) return null;
    return await readCopy(bucket, file).catch((error: unknown) => {
      if (!isBucketAway(error)) throw error;
      isAway = true;
      return null;
    });
  };
  return {
    missing,
    async *read(asking) {
      for (const file of await outsideAlone(asking)) {
        const bytes = await fetch(file);
        if (bytes) yield { id: file.id, bytes };
        else missing.push(file.id);
      }
    },
  };
}

/** Puts a file from a backup into the table; the database hashes it. That a copy may be outside stays written down: the old bucket may be there still. */
export async function fileFromBackup(asking: Asking, { id, bytes }: BytesElsewhere): Promise<void> {
  await comeBack(asking, id, bytes);
}

/** How many files a restored backup did not have. */
export const filesNotInBackup = async (asking: Asking): Promise<number> =>
  (await outsideAlone(asking)).length;
