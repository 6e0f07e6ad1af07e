import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DomainError } from '@app/kernel';
import type { Blueprint } from './blueprint.entity.js';
import {
  blueprintsOf,
  blueprintWithFile,
  currentBlueprint,
  findBlueprint,
  recentSnapshots,
} from './blueprint.store.js';
import { LostFiles } from './outside/lost-files.js';
import { OutsideFiles } from './outside/outside-files.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

/** The stored bytes of a version with what they were made from. */
export interface BlueprintFile {
  readonly pdf: Buffer;
  readonly calendarFile: string;
  readonly snapshot: BlueprintSnapshot;
  /** SHA-256 of the calendar and of the accessible copies, as they were when the file was made; null where there was none. */
  readonly hashes: Readonly<Record<'calendar' | 'standard' | 'large', string | null>>;
  /** The request for a correction that it answers. */
  readonly correctionId: string | null;
}

/** Reads blueprints and their files. */
@Injectable()
export class BlueprintService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly outside: OutsideFiles,
    private readonly lost: LostFiles,
  ) {}

  byId(id: string): Promise<Blueprint | null> {
    return findBlueprint(this.source.manager, id);
  }

  /** The version of an order that counts now. */
  current(orderId: string): Promise<Blueprint | null> {
    return currentBlueprint(this.source.manager, orderId);
  }

  /** Every version of an order, newest first. */
  versions(orderId: string): Promise<Blueprint[]> {
    return blueprintsOf(this.source.manager, orderId);
  }

  /** What other orders' newest drafts say, newest first. @param most how many. */
  recent(exceptOrderId: string, most: number): Promise<BlueprintSnapshot[]> {
    return recentSnapshots(this.source.manager, exceptOrderId, most);
  }

  /**
   * The bytes, from wherever they are kept, with what they were made from, and what the hashes of what travels with them must be. Those that are kept
   * outside the database are hashed here.
   * @throws DomainError `blueprint_not_rendered`, `blueprint_erased`, `files_unavailable` while the bucket is away, `file_lost` when it has them no more.
   */
  async file(id: string): Promise<BlueprintFile> {
    const blueprint = await this.withFile(id);
    const pdf = blueprint.pdf ?? (await this.outside.read(blueprint));
    if (!pdf) {
      // Unless it was erased or brought back just now.
      if ((await this.withFile(id)).pdf) return await this.file(id);
      throw await this.lost.report(blueprint);
    }
    const { calendarFile, snapshot, correctionId } = blueprint;
    const { calendarSha256, accessibleSha256, largePrintSha256 } = blueprint;
    const hashes = { calendar: calendarSha256, standard: accessibleSha256, large: largePrintSha256 };
    return { pdf, calendarFile: calendarFile ?? '', snapshot, hashes, correctionId };
  }

  /** @throws as {@link file} */
  async pdf(id: string): Promise<Buffer> {
    return (await this.file(id)).pdf;
  }

  /** A version that has a file, in the table or outside. */
  private async withFile(id: string): Promise<Blueprint> {
    const blueprint = await blueprintWithFile(this.source.manager, id);
    if (blueprint?.erasedAt)
      throw new DomainError(
        'blueprint_erased',
        'This blueprint has been erased; we do not have it any more.',
      );
    if (!blueprint?.pdf && !blueprint?.pdfOutsideSince)
      throw new DomainError('blueprint_not_rendered', 'This blueprint has no file yet.');
    return blueprint;
  }
}
