import type { EntityManager } from 'typeorm';

/** Somebody at one review. */
export interface Reading {
  readonly staffId: string;
  readonly reviewId: string;
}

/** Who has read a piece of text before, as far as that counts. */
export interface ReadBefore {
  readonly fingerprint: Buffer;
  readonly staffId: string;
  /** When the draft in which a colleague read it was approved; null for what this person read. */
  readonly approvedAt: Date | null;
}

/**
 * Those of the fingerprints that this person has met, in any draft that was not returned, or that a colleague read in one that was approved since
 * a time. @param counts whether what was read in this review counts too, and since when colleagues' reading does; null when it does not.
 */
export async function readBefore(
  manager: EntityManager,
  { staffId, reviewId }: Reading,
  fingerprints: readonly Buffer[],
  counts: { readonly here: boolean; readonly colleaguesSince: Date | null },
): Promise<ReadBefore[]> {
  const rows = await manager.query<{ fingerprint: Buffer; staff_id: string; decided_at: Date | null }[]>(
    `select s.fingerprint, s.staff_id, case when s.staff_id <> $1 then r.decided_at end as decided_at
     from read_sentences s left join reviews r on r.id = s.review_id
     where s.fingerprint = any($3) and (s.review_id <> $2 or ($4 and s.staff_id = $1))
       and case when s.staff_id = $1 then r.state is distinct from 'returned'
                else r.state = 'approved' and r.decided_at >= $5 end`,
    [staffId, reviewId, fingerprints, counts.here, counts.colleaguesSince],
  );
  return rows.map(({ fingerprint, staff_id, decided_at }) => ({
    fingerprint,
    staffId: staff_id,
    approvedAt: decided_at,
  }));
}

/** What was read before stays as it was, unless that draft was returned. */
export async function insertRead(
  manager: EntityManager,
  { staffId, reviewId }: Reading,
  fingerprints: readonly Buffer[],
): Promise<void> {
  await manager.query(
    `insert into read_sentences (staff_id, fingerprint, review_id) select distinct $1::uuid, print, $2::uuid from unnest($3::bytea[]) print
     on conflict (staff_id, fingerprint) do update set review_id = excluded.review_id
     where exists (select from reviews r where r.id = read_sentences.review_id and r.state = 'returned')`,
    [staffId, reviewId, fingerprints],
  );
}

/** Takes back what was first read in this review. */
export async function removeRead(
  manager: EntityManager,
  { staffId, reviewId }: Reading,
  fingerprints: readonly Buffer[],
): Promise<void> {
  await manager.query(
    'delete from read_sentences where staff_id = $1 and review_id = $2 and fingerprint = any($3)',
    [staffId, reviewId, fingerprints],
  );
}
