import { readdir, readFile, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { BounceMailbox, type WaitingMessage } from './bounce-mailbox.js';

/** Reports are small; what is larger is no report. Bytes. */
const LARGEST = 1_000_000;

/**
 * A Maildir: the mail server, or a fetcher such as mbsync or fetchmail for a mailbox that speaks IMAP, puts messages into `new`; what is dealt
 * with moves to `cur`.
 */
export class Maildir extends BounceMailbox {
  constructor(private readonly folder: string) {
    super();
  }

  async waiting(limit: number): Promise<readonly WaitingMessage[]> {
    const ids = (await readdir(join(this.folder, 'new'))).filter((name) => !name.startsWith('.')).sort();
    return await Promise.all(
      ids.slice(0, limit).map(async (id) => {
        const raw = await readFile(join(this.folder, 'new', id));
        return { id, raw: raw.byteLength > LARGEST ? Buffer.of() : raw };
      }),
    );
  }

  async done(id: string): Promise<void> {
    const name = basename(id);
    await rename(join(this.folder, 'new', name), join(this.folder, 'cur', `${name}:2,S`)).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      },
    );
  }
}

/** Where none is set up: nothing ever waits. */
export class NoMailbox extends BounceMailbox {
  waiting(): Promise<readonly WaitingMessage[]> {
    return Promise.resolve([]);
  }

  done(): Promise<void> {
    return Promise.resolve();
  }
}
