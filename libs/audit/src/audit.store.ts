import { type EntityManager, MoreThan } from 'typeorm';
import { AuditEntry } from './audit-entry.entity.js';

/** The hash of the newest entry, or null before the first. */
export async function newestHash(manager: EntityManager): Promise<string | null> {
  const [newest] = await newestEntries(manager, 1);
  return newest?.hash ?? null;
}

export async function appendEntry(manager: EntityManager, entry: Omit<AuditEntry, 'id'>): Promise<void> {
  await manager.insert(AuditEntry, entry);
}

/** Entries about one thing, oldest first. */
export async function entriesAbout(
  manager: EntityManager,
  subjectKind: string,
  subjectId: string,
  limit: number,
): Promise<AuditEntry[]> {
  return await manager.find(AuditEntry, {
    where: { subjectKind, subjectId },
    order: { id: 'ASC' },
    take: limit,
  });
}

/** Newest first. */
export async function newestEntries(manager: EntityManager, limit: number): Promise<AuditEntry[]> {
  return await manager.find(AuditEntry, { order: { id: 'DESC' }, take: limit });
}

/** One page of the whole log, oldest first. @param after the id of the last of the page before; `'0'` to begin. */
export async function entriesAfter(
  manager: EntityManager,
  after: string,
  limit: number,
): Promise<AuditEntry[]> {
  return await manager.find(AuditEntry, {
    where: { id: MoreThan(after) },
    order: { id: 'ASC' },
    take: limit,
  });
}
