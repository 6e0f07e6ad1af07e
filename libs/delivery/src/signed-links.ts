import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock, DomainError, hashSecret, newId, newSecret } from '@app/kernel';
import type { Download, DownloadLink } from './download.entity.js';
import { downloadsOf, findLink, insertDownload, insertLink, revokeLinks } from './download.store.js';

/** How long an emailed link works. It can be re-issued from the status page at any time. */
const LINK_DAYS = 30;

/** Links to an approved blueprint: 256-bit secrets, hashed at rest, expiring, revocable, and not used up by being looked at. */
@Injectable()
export class SignedLinks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async issue(
    manager: EntityManager,
    orderId: string,
    blueprintId: string,
  ): Promise<{ url: string; expiresAt: Date }> {
    const secret = newSecret();
    const createdAt = this.clock.now();
    // One works at a time: whoever has an earlier email gets a fresh link on the order page.
    await revokeLinks(manager, { blueprintId }, createdAt);
    const expiresAt = new Date(createdAt.getTime() + LINK_DAYS * 86_400_000);
    await insertLink(manager, {
      id: newId(),
      orderId,
      blueprintId,
      tokenHash: hashSecret(secret),
      createdAt,
      expiresAt,
      revokedAt: null,
    });
    return { url: `${this.environment.SITE_URL}/download/${secret}`, expiresAt };
  }

  /** @throws DomainError `link_unknown`, `link_expired` or `link_revoked`; each page says how to get a new link. */
  async open(secret: string): Promise<DownloadLink> {
    const link = await findLink(this.source.manager, hashSecret(secret));
    if (!link)
      throw new DomainError(
        'link_unknown',
        'This download link is not complete. Open it again from your email.',
      );
    if (link.revokedAt)
      throw new DomainError(
        'link_revoked',
        'This download link has been withdrawn. Your order page gives you a new one, or says why there is none.',
      );
    if (link.expiresAt <= this.clock.now()) {
      throw new DomainError(
        'link_expired',
        'This download link has expired. Your order page gives you a new one.',
      );
    }
    return link;
  }

  async recordDownload(link: DownloadLink, ipAddress: string): Promise<void> {
    await insertDownload(this.source.manager, {
      id: newId(),
      linkId: link.id,
      at: this.clock.now(),
      ipAddress,
    });
  }

  /** Every download of an order's files, oldest first. */
  async downloads(orderId: string): Promise<Download[]> {
    return await downloadsOf(this.source.manager, orderId);
  }

  /** Every link of an order that still works stops working. @param except links to this file go on. */
  async revokeAll(manager: EntityManager, orderId: string, except?: string): Promise<void> {
    await revokeLinks(manager, { orderId }, this.clock.now(), except);
  }
}
