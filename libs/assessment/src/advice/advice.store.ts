import type { EntityManager } from 'typeorm';

/** What a link opens: the result, for one adviser, or a picture of its score, with or without the job, for anybody. */
export type Shows = 'result' | 'picture' | 'picture with job';

/** The link by which somebody sees a result. */
export interface AdviceLink {
  readonly id: string;
  readonly assessmentId: string;
  readonly shows: Shows;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

/** What an adviser wrote about a result. */
export interface AdviceComment {
  readonly text: string;
  readonly writtenAt: Date;
}

const LINK = `id, assessment_id as "assessmentId", shows, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"`;

/** At most one of an assessment and kind is open: the ones before are revoked in the same moment. */
export async function insertLink(
  manager: EntityManager,
  link: Omit<AdviceLink, 'revokedAt'> & { readonly secretHash: Buffer },
): Promise<void> {
  await revokeLinks(manager, link.assessmentId, link.shows, link.createdAt);
  await manager.query(
    `insert into advice_links (id, assessment_id, shows, secret_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [link.id, link.assessmentId, link.shows, link.secretHash, link.createdAt, link.expiresAt],
  );
}

/** Takes back the open link of the same kind: pictures with the job and without it are one. */
export async function revokeLinks(
  manager: EntityManager,
  assessmentId: string,
  shows: Shows,
  at: Date,
): Promise<void> {
  await manager.query(
    `update advice_links set revoked_at = $2
     where assessment_id = $1 and revoked_at is null and (shows = 'result') = ($3 = 'result')`,
    [assessmentId, at, shows],
  );
}

/** @param lock until the transaction ends, so that comments are counted one after another */
export async function linkUnder(
  manager: EntityManager,
  secretHash: Buffer,
  { lock = false } = {},
): Promise<AdviceLink | null> {
  const [link] = await manager.query<AdviceLink[]>(
    `select ${LINK} from advice_links where secret_hash = $1${lock ? ' for update' : ''}`,
    [secretHash],
  );
  return link ?? null;
}

/** Newest first. */
export async function linksOf(manager: EntityManager, assessmentId: string): Promise<AdviceLink[]> {
  return await manager.query<AdviceLink[]>(
    `select ${LINK} from advice_links where assessment_id = $1 order by created_at desc, id`,
    [assessmentId],
  );
}

/** Oldest first. */
export async function commentsOf(manager: EntityManager, assessmentId: string): Promise<AdviceComment[]> {
  return await manager.query<AdviceComment[]>(
    `select text, written_at as "writtenAt" from advice_comments
     where link_id in (select id from advice_links where assessment_id = $1) order by written_at, id`,
    [assessmentId],
  );
}

/**
 * Adds a comment, unless the link has its most already; the same words again add nothing. The link must be locked.
 * @returns false when there is no room
 */
export async function addComment(
  manager: EntityManager,
  { id, linkId, text, writtenAt }: AdviceComment & { readonly id: string; readonly linkId: string },
  most: number,
): Promise<boolean> {
  const [{ count, known } = { count: 0, known: false }] = await manager.query<
    { count: number; known: boolean }[]
  >(
    `select count(*)::int as count, coalesce(bool_or(text = $2), false) as known from advice_comments where link_id = $1`,
    [linkId, text],
  );
  if (known) return true;
  if (count >= most) return false;
  await manager.query('insert into advice_comments (id, link_id, text, written_at) values ($1, $2, $3, $4)', [
    id,
    linkId,
    text,
    writtenAt,
  ]);
  return true;
}

/** The links and what was written by them belong to another row from now on. */
export async function moveAdvice(manager: EntityManager, from: string, to: string): Promise<void> {
  await manager.query('update advice_links set assessment_id = $2 where assessment_id = $1', [from, to]);
}
