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
  constructor(@InjectDataSource() private readonly source: DataSource) {}

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

  /** The stored bytes with what they were made from, and what the hashes of what travels with them must be. @throws DomainError `blueprint_not_rendered`, `blueprint_erased`. */
  async file(id: string): Promise<BlueprintFile> {
    const blueprint = await blueprintWithFile(this.source.manager, id);
    if (blueprint?.erasedAt)
      throw new DomainError(
        'blueprint_erased',
        'This blueprint has been erased; we do not have it any more.',
      );
    if (!blueprint?.pdf) throw new DomainError('blueprint_not_rendered', 'This blueprint has no file yet.');
    const { pdf, calendarFile, snapshot, correctionId } = blueprint;
    const { calendarSha256, accessibleSha256, largePrintSha256 } = blueprint;
    const hashes = { calendar: calendarSha256, standard: accessibleSha256, large: largePrintSha256 };
    return { pdf, calendarFile: calendarFile ?? '', snapshot, hashes, correctionId };
  }

  /** @throws DomainError `blueprint_not_rendered`. */
  async pdf(id: string): Promise<Buffer> {
    return (await this.file(id)).pdf;
  }
}
