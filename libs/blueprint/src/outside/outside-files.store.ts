import type { EntityManager } from 'typeorm';
import { type Asking, lockUntilCommit } from '@app/database';
import type { CopiedFile } from './outside-copy.js';
import type { Blueprint } from '../blueprint.entity.js';

/** Which file, and of which order. */
export type FileOfOrder = Pick<Blueprint, 'id' | 'orderId'>;

/** Takes turns with whoever puts, fetches back or erases copies of this order's files, until the caller's transaction ends. */
export async function takeTurnOutside(manager: EntityManager, orderId: string): Promise<void> {
  await lockUntilCommit(manager, 'filesOutside', orderId);
}

/** Files whose bytes are in the table, in the order of their ids. */
export async function filesInTable(
  manager: EntityManager,
  after: string | null,
  limit: number,
): Promise<FileOfOrder[]> {
  return await manager.query(
    `select id, order_id as "orderId" from blueprints where pdf is not null and ($1::uuid is null or id > $1) order by id limit $2`,
    [after, limit],
  );
}

/** Writes down that a copy may be outside from now on; of one that was written down the first time stays. @returns false when its bytes are not in the table. */
export async function markOutside(manager: EntityManager, id: string, at: Date): Promise<boolean> {
  const [marked] = await manager.query<[{ id: string }[], number]>(
    `update blueprints set pdf_outside_since = coalesce(pdf_outside_since, $2) where id = $1 and pdf is not null returning id`,
    [id, at],
  );
  return marked.length > 0;
}

/** The bytes of a file of which a copy may be outside; null once they have left the table. */
export async function bytesToMove(
  manager: EntityManager,
  id: string,
): Promise<{ readonly pdf: Buffer; readonly pdfSha256: string } | null> {
  const [row] = await manager.query<{ pdf: Buffer; pdfSha256: string }[]>(
    `select pdf, pdf_sha256 as "pdfSha256" from blueprints where id = $1 and pdf is not null and pdf_outside_since is not null`,
    [id],
  );
  return row ?? null;
}

/** The bytes are outside alone from now on. The database lets none go of which no copy can be there. */
export async function leaveTable(manager: EntityManager, id: string): Promise<void> {
  await manager.query(`update blueprints set pdf = null where id = $1 and pdf_outside_since is not null`, [
    id,
  ]);
}

/** The bytes are in the table again; the database hashes them. Nothing when they have come back already, or are erased. */
export async function comeBack(manager: Asking, id: string, pdf: Buffer): Promise<void> {
  await manager.query(
    `update blueprints set pdf = $2 where id = $1 and pdf is null and pdf_outside_since is not null`,
    [id, pdf],
  );
}

/** The copy outside was seen gone, and the bytes are in the table. */
export async function unmarkOutside(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `update blueprints set pdf_outside_since = null where id = $1 and pdf is not null and pdf_outside_since is not null`,
    [id],
  );
}

/** Files of an order of which a copy may be outside. */
export async function outsideOf(
  manager: EntityManager,
  orderId: string,
): Promise<Pick<Blueprint, 'id' | 'pdfSha256'>[]> {
  return await manager.query(
    `select id, pdf_sha256 as "pdfSha256" from blueprints where order_id = $1 and pdf_outside_since is not null order by id`,
    [orderId],
  );
}

/** Which of these orders have a file of which a copy may be outside. */
export async function ordersOutside(manager: EntityManager, orderIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ orderId: string }[]>(
    `select distinct order_id as "orderId" from blueprints where order_id = any($1) and pdf_outside_since is not null`,
    [orderIds],
  );
  return rows.map(({ orderId }) => orderId);
}

/** Every file of which a copy may be outside. */
export async function allOutside(manager: EntityManager): Promise<FileOfOrder[]> {
  return await manager.query(
    `select id, order_id as "orderId" from blueprints where pdf_outside_since is not null order by id`,
  );
}

/** Every file whose bytes are outside alone. */
export async function outsideAlone(manager: Asking): Promise<CopiedFile[]> {
  return await manager.query(
    `select id, pdf_sha256 as "pdfSha256", pdf_bytes as "pdfBytes" from blueprints
     where pdf_outside_since is not null and pdf is null order by id`,
  );
}

/** Whether any file is outside alone, or else as a copy. */
export async function isAnyOutside(manager: EntityManager): Promise<'alone' | 'copies' | 'none'> {
  const [row] = await manager.query<{ alone: boolean }[]>(
    'select pdf is null as alone from blueprints where pdf_outside_since is not null order by pdf is null desc limit 1',
  );
  return row === undefined ? 'none' : row.alone ? 'alone' : 'copies';
}
