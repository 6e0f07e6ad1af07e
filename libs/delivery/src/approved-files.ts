import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BlueprintService, BlueprintTwins, type TwinSize } from '@app/blueprint';
import { DomainError, sha256 } from '@app/kernel';
import type { Delivery } from './delivery.entity.js';
import { deliveryOfBlueprint } from './delivery.store.js';
import type { DownloadLink } from './download.entity.js';

export type ApprovedFile = Awaited<ReturnType<BlueprintService['file']>> & { readonly blueprintId: string };

/** The last gate: the bytes about to leave, by email or by a link, are hashed again and must be the bytes that were approved. */
@Injectable()
export class ApprovedFiles {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blueprints: BlueprintService,
    private readonly twins: BlueprintTwins,
  ) {}

  /**
   * The file that a delivery carries.
   * @throws DomainError `delivery_without_approval`, `delivery_not_approved`, `blueprint_erased`, `blueprint_not_rendered`.
   */
  async of({ blueprintId, approvedSha256 }: Delivery): Promise<ApprovedFile> {
    if (blueprintId === null || approvedSha256 === null)
      throw new DomainError('delivery_without_approval', 'No approved file is named.');
    const file = await this.blueprints.file(blueprintId);
    if (sha256(file.pdf) !== approvedSha256)
      throw new DomainError('delivery_not_approved', 'The stored file is not the approved one.');
    if (file.hashes.calendar !== null) mustBe(file.calendarFile, file.hashes.calendar, 'calendar');
    return { ...file, blueprintId };
  }

  /**
   * The accessible copy of an approved file, or null when none is offered: it must be, letter for letter, what it was when the file was made.
   * @throws DomainError `delivery_not_approved`
   */
  copy({ snapshot, hashes }: ApprovedFile, size: TwinSize): string | null {
    const hash = hashes[size];
    if (hash === null) return null;
    const html = this.twins.html(snapshot, size);
    if (html !== null) mustBe(html, hash, 'accessible copy');
    return html;
  }

  /** The file behind a link, which must have been delivered. @throws as {@link of} */
  async behind({ blueprintId }: Pick<DownloadLink, 'blueprintId'>): Promise<ApprovedFile> {
    const delivery = await deliveryOfBlueprint(this.source.manager, blueprintId);
    if (!delivery) throw new DomainError('delivery_without_approval', 'This file was never to be delivered.');
    return await this.of(delivery);
  }
}

function mustBe(content: string, hash: string, what: string): void {
  if (sha256(content) !== hash)
    throw new DomainError('delivery_not_approved', `The ${what} is not the one that was approved.`);
}
