import type { Bucket } from '@app/bucket';
import { sha256 } from '@app/kernel';
import type { Blueprint } from '../blueprint.entity.js';

/** What a row says of the copy of its file. */
export type CopiedFile = Pick<Blueprint, 'id' | 'pdfSha256' | 'pdfBytes'>;

/** By id, so that to erase one never takes another's; by hash, so that it can hold nothing but these bytes. */
export const keyOf = ({ id, pdfSha256 }: Pick<CopiedFile, 'id' | 'pdfSha256'>): string =>
  `blueprints/${id}/${pdfSha256}.pdf`;

/**
 * The bytes of the copy, if they are as many as the row says and those its hash names; else null: it is not there, or another.
 * @throws DomainError `files_unavailable`
 */
export async function readCopy(bucket: Bucket, file: CopiedFile): Promise<Buffer | null> {
  const bytes = await bucket.get(keyOf(file), file.pdfBytes ?? 0);
  return bytes?.byteLength === file.pdfBytes && sha256(bytes) === file.pdfSha256 ? bytes : null;
}
