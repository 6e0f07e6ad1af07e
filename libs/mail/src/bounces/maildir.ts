import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { BounceMailbox, LARGEST_READ, type WaitingMessage } from './bounce-mailbox.js';

/** A Maildir: a mail server on this machine puts messages into `new`; what is dealt with moves to `cur`. */
export class Maildir extends BounceMailbox {
  constructor(private readonly folder: string) {
    super();
  }

  async each(limit: number, handle: (message: WaitingMessage) => Promise<void>): Promise<void> {
    const ids = (await readdir(join(this.folder, 'new'))).filter((name) => !name.startsWith('.')).sort();
    for (const id of ids.slice(0, limit)) {
      const raw = await this.ofAnother(readFile(join(this.folder, 'new', id)));
      if (!raw) continue;
      await handle({ id, raw: raw.subarray(0, LARGEST_READ) });
      await this.ofAnother(rename(join(this.folder, 'new', id), join(this.folder, 'cur', `${id}:2,S`)));
    }
  }

  /** Undefined when another worker has dealt with the message meanwhile. */
  private async ofAnother<T>(work: Promise<T>): Promise<T | undefined> {
    return await work.catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    });
  }
}
