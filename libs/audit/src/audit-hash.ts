import { sha256, type Sha256, stableJson } from '@app/kernel';
import type { AuditEntry } from './audit-entry.entity.js';

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over every column but the id, the hash of the entry before included: a change anywhere breaks the chain from there on. */
export const auditHash = (entry: Omit<AuditEntry, 'id' | 'hash'>): Sha256 =>
  sha256(
    stableJson([
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
    ]),
  );
