import { type EntityManager, IsNull, Not } from 'typeorm';
import { Download, DownloadLink } from './download.entity.js';

export async function insertLink(manager: EntityManager, link: DownloadLink): Promise<void> {
  await manager.insert(DownloadLink, link);
}

export async function findLink(manager: EntityManager, tokenHash: Buffer): Promise<DownloadLink | null> {
  return await manager.findOneBy(DownloadLink, { tokenHash });
}

/** The links of an order, or to a blueprint, that still work stop working. @param except those to this file go on. */
export async function revokeLinks(
  manager: EntityManager,
  about: { orderId: string } | { blueprintId: string },
  revokedAt: Date,
  except?: string,
): Promise<void> {
  const others = except === undefined ? {} : { blueprintId: Not(except) };
  await manager.update(DownloadLink, { ...others, ...about, revokedAt: IsNull() }, { revokedAt });
}

export async function insertDownload(manager: EntityManager, download: Download): Promise<void> {
  await manager.insert(Download, download);
}

/** Every download of an order's files, oldest first. */
export async function downloadsOf(manager: EntityManager, orderId: string): Promise<Download[]> {
  return await manager
    .createQueryBuilder(Download, 'download')
    .innerJoin(DownloadLink, 'link', 'link.id = download.link_id')
    .where('link.order_id = :orderId', { orderId })
    .orderBy('download.at', 'ASC')
    .getMany();
}
