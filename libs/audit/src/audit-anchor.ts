import { timingSafeEqual } from 'node:crypto';
import type { AuditKeys } from './audit-keys.js';

/** Where the log stood at a moment: what is kept outside the database, so that a log cut short does not fit it. */
export interface AuditAnchor {
  readonly at: Date;
  readonly entries: number;
  /** Of the newest entry; `0` before the first. */
  readonly lastId: string;
  readonly head: string;
}

const LINE =
  /^audit-anchor at=(\S+) entries=(\d+) last=(\d+) head=([0-9a-f]{64}) key=(\S+) signature=([0-9a-f]{64})$/;

/** One line, signed with the present key. */
export function anchorLine({ at, entries, lastId, head }: AuditAnchor, keys: AuditKeys): string {
  const said = `audit-anchor at=${at.toISOString()} entries=${entries} last=${lastId} head=${head} key=${keys.present}`;
  return `${said} signature=${keys.sign(keys.present, 'anchor', said)}`;
}

/** @returns null when the line is no anchor that one of our keys has signed. */
export function readAnchor(line: string, keys: AuditKeys): AuditAnchor | null {
  const [whole, at, entries, lastId, head, keyId, signature] = LINE.exec(line.trim()) ?? [];
  if (!whole || !at || !lastId || !head || !keyId || !signature) return null;
  const right = keys.sign(keyId, 'anchor', whole.slice(0, whole.lastIndexOf(' signature=')));
  if (right === null || !timingSafeEqual(Buffer.from(right), Buffer.from(signature))) return null;
  return { at: new Date(at), entries: Number(entries), lastId, head };
}
