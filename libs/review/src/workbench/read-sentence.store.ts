import type { EntityManager } from 'typeorm';

/** Somebody at one review. */
export interface Reading {
  readonly staffId: string;
  readonly reviewId: string;
}

/** Those of the fingerprints that this person met in reviews before this one. */
export async function readBefore(
  manager: EntityManager,
  { staffId, reviewId }: Reading,
  fingerprints: readonly Buffer[],
): Promise<Buffer[]> {
  const rows = await manager.query<{ fingerprint: Buffer }[]>(
    'select fingerprint from read_sentences where staff_id = $1 and fingerprint = any($3) and review_id <> $2',
    [staffId, reviewId, fingerprints],
  );
  return rows.map(({ fingerprint }) => fingerprint);
}

/** What was read before stays as it was. */
export async function insertRead(
  manager: EntityManager,
  { staffId, reviewId }: Reading,
  fingerprints: readonly Buffer[],
): Promise<void> {
  await manager.query(
    `insert into read_sentences (staff_id, fingerprint, review_id) select $1, unnest($3::bytea[]), $2 on conflict do nothing`,
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
