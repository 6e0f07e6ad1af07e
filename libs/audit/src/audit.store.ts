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

/**
 * How many entries there are and which is the newest, in one look.
 * @param counted how many there were up to an entry. Those are not counted again while that entry still stands as it was; without it all are.
 */
export async function whereItStands(
  manager: EntityManager,
  counted: { readonly entries: number; readonly lastId: string; readonly head: string } | null,
): Promise<{ entries: number; lastId: string | null; head: string | null }> {
  const [row] = await manager.query<{ entries: number; lastId: string | null; head: string | null }[]>(
    // By its id, and then whether it is what it was: by id and hash alike, PostgreSQL takes now one index and now the other.
    `with known as materialized (
       select coalesce((select case when hash = $2 then id end from audit_log where id = $1), 0) as id)
     select (select count(*)::int from audit_log where id > known.id) + case when known.id = 0 then 0 else $3::int end as entries,
       newest.id::text as "lastId", newest.hash as head
     from known left join lateral (select id, hash from audit_log order by id desc limit 1) newest on true`,
    [counted?.lastId ?? '0', counted?.head ?? '', counted?.entries ?? 0],
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
