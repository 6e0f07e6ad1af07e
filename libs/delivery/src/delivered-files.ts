import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { LostFiles, OutsideFiles } from '@app/blueprint';
import { deliveredAmong } from './delivery.store.js';

const BATCH = 50;
/** Files moved by one run: a backlog is worked off over several hours rather than in one that never ends. */
const MOST = 500;

/** Files of blueprints, once they were delivered: until then their bytes stay where the database holds them to their approval. */
@Injectable()
export class DeliveredFiles {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly outside: OutsideFiles,
    private readonly lost: LostFiles,
  ) {}

  /**
   * Moves delivered files out of the table, after a look at those that were lost outside. Without a bucket it asks nobody anything.
   * @param signal stops between two files. @throws DomainError `files_unavailable` at the first that cannot be moved.
   */
  async moveOut(signal: AbortSignal, { batch, most } = { batch: BATCH, most: MOST }): Promise<number> {
    if (!this.outside.isOn) return 0;
    await this.lost.lookAgain();
    let moved = 0;
    for (let after: string | null = null; ;) {
      const files = await this.outside.inTable(after, batch);
      const delivered = await deliveredAmong(
        this.source.manager,
        files.map(({ id }) => id),
      );
      for (const file of files) {
        if (signal.aborted || moved >= most) return moved;
        if (delivered.has(file.id) && (await this.outside.move(file))) moved += 1;
      }
      after = files.at(-1)?.id ?? null;
      if (after === null || files.length < batch) return moved;
    }
  }
}
