import { sha256, type Sha256, stableJson } from '@app/kernel';
import type { AuditEntry } from './audit-entry.entity.js';
import type { AuditKeys } from './audit-keys.js';

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64);

/**
 * Covers every column but the id, the hash of the entry before included: a change anywhere breaks the chain from there on. Keyed, so that
 * nobody with the database alone can mend it; entries from before there were keys have a plain SHA-256.
 * @returns null when the entry names a key that we have not.
 */
export function auditHash(entry: Omit<AuditEntry, 'id' | 'hash'>, keys: AuditKeys): Sha256 | null {
  const content = [
    entry.at.toISOString(),
    entry.staffId,
    entry.action,
    entry.subjectKind,
    entry.subjectId,
    entry.before,
    entry.after,
    entry.reason,
    entry.ipAddress,
    entry.previousHash,
  ];
  if (entry.keyId === null) return sha256(stableJson(content));
  return keys.sign(entry.keyId, 'entry', stableJson([...content, entry.keyId]));
}
