import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DomainError } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import type { Blueprint } from '../blueprint.entity.js';
import { BlueprintAssetsHolder } from '../blueprint-assets.holder.js';
import { findBlueprint } from '../blueprint.store.js';
import { makeFiles } from '../make-files.js';
import { OutsideFiles } from './outside-files.js';

/** When a program may ask again for a file that is lost, in seconds: it is looked for every hour. */
const LATER = 3600;

/** Files that are outside alone, and were not found there as they were left. */
@Injectable()
export class LostFiles {
  private readonly log = new Logger(LostFiles.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tasks: StaffTasks,
    private readonly outside: OutsideFiles,
    private readonly assets: BlueprintAssetsHolder,
  ) {}

  /** Puts it before staff. @returns what whoever wanted it is told. */
  async report({ id, orderId, version }: Blueprint): Promise<DomainError> {
    await this.tasks.raise(this.source.manager, {
      kind: 'file_lost',
      subject: id,
      orderId,
      summary: 'The file of a delivered blueprint is missing from its bucket, or is another there.',
      data: { version },
    });
    return new DomainError(
      'file_lost',
      'Something is wrong with this file, so we do not give it out. Our staff have been told and will put it right.',
      { retryAfterSeconds: LATER },
    );
  }

  /**
   * Looks again for what staff were told of. A file that is there as it was settles its task; else it is drawn anew from what it was made from, and
   * back in the table if that gives the same bytes.
   */
  async lookAgain(): Promise<void> {
    for (const { kind, subject } of await this.tasks.open()) {
      if (kind !== 'file_lost') continue;
      const file = await findBlueprint(this.source.manager, subject);
      const how = file && (await this.find(file));
      if (how) await this.tasks.closeFor(this.source.manager, { kind, subject }, null, how);
    }
  }

  /** @returns how it came right, in words; null while it is lost. */
  private async find(file: Blueprint): Promise<string | null> {
    if (file.erasedAt) return 'The blueprint has been erased.';
    if (!file.pdfOutsideSince) return 'The file is in the database.';
    if (await this.outside.read(file)) return 'The file is in its bucket as it was left there.';
    const drawn = await makeFiles(file.snapshot, this.assets.current).catch((error: unknown) =>
      this.log.warn(`blueprint ${file.id} cannot be drawn anew: ${String(error)}`),
    );
    if (!drawn?.pdf || drawn.pdfSha256 !== file.pdfSha256) return null;
    await this.outside.bringBack(file, drawn.pdf);
    return 'The file was drawn anew, byte for byte, and is back in the database.';
  }
}
