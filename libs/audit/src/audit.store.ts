import { type EntityManager, In, MoreThan, Raw } from 'typeorm';
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

/** Entries about any of these, and lists that held the order; oldest first. */
export async function entriesOfOrder(
  manager: EntityManager,
  subjects: readonly { readonly kind: string; readonly id: string }[],
  orderId: string,
  limit: number,
): Promise<AuditEntry[]> {
  const kinds = [...new Set(subjects.map(({ kind }) => kind))];
  const about = kinds.map((subjectKind) => ({
    subjectKind,
    subjectId: In(subjects.filter(({ kind }) => kind === subjectKind).map(({ id }) => id)),
  }));
  const listed = {
    after: Raw((column) => `${column} ? 'orders' and ${column} -> 'orders' ? :orderId`, { orderId }),
  };
  return await manager.find(AuditEntry, {
    where: [...about, listed],
    order: { id: 'ASC' },
    take: limit,
  });
}

/** How many entries there are and which is the newest, in one look. */
export async function whereItStands(
  manager: EntityManager,
): Promise<{ entries: number; lastId: string | null; head: string | null }> {
  const [row] = await manager.query<{ entries: number; lastId: string | null; head: string | null }[]>(
    `select count(*)::int as entries, max(id)::text as "lastId",
       (select hash from audit_log order by id desc limit 1) as head from audit_log`,
  );
  return row ?? { entries: 0, lastId: null, head: null };
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
