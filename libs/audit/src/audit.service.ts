import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { lockUntilCommit } from '@app/database';
import { CLOCK, type Clock } from '@app/kernel';
import type { AuditEntry } from './audit-entry.entity.js';
import { auditHash, GENESIS } from './audit-hash.js';
import { AuditKeys } from './audit-keys.js';
import { appendEntry, entriesAbout, entriesOfOrder, newestEntries, newestHash } from './audit.store.js';

export interface AuditRecord {
  /** Who did it; null when nobody had signed in. */
  readonly staffId: string | null;
  /** Past tense with its subject: `review.approved`, `order.viewed`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** What it was and became. Ids, states and hashes; never personal data, since nothing here can be erased. */
  readonly before?: object;
  readonly after?: object;
  readonly reason?: string;
  readonly ipAddress?: string;
}

/** The append-only log of what staff did. */
@Injectable()
export class Audit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly keys: AuditKeys,
  ) {}

  /** Writes an entry in the transaction of the act. Call it last: other writers wait for this transaction from here on. */
  async record(manager: EntityManager, record: AuditRecord): Promise<void> {
    // Entries are chained, so writers take turns.
    await lockUntilCommit(manager, 'auditChain');
    const entry: Omit<AuditEntry, 'id' | 'hash'> = {
      at: this.clock.now(),
      staffId: record.staffId,
      action: record.action,
      subjectKind: record.subject.kind,
      subjectId: record.subject.id,
      before: plain(record.before),
      after: plain(record.after),
      reason: record.reason ?? null,
      ipAddress: record.ipAddress ?? null,
      previousHash: (await newestHash(manager)) ?? GENESIS,
      keyId: this.keys.present,
    };
    const hash = auditHash(entry, this.keys);
    if (hash === null) throw new Error('The audit log has no present key.');
    await appendEntry(manager, { ...entry, hash });
  }

  /** An entry of its own, for what changes nothing else: looking at personal data. */
  async note(record: AuditRecord): Promise<void> {
    await this.source.transaction((manager) => this.record(manager, record));
  }

  /** What happened to one thing, oldest first. */
  about(kind: string, id: string): Promise<AuditEntry[]> {
    return entriesAbout(this.source.manager, kind, id, 500);
  }

  /**
   * What concerns an order, oldest first: entries about it, about what belongs to it, and looks at lists that it was in.
   * @param beside what belongs to it, as kind and id: its reviews, its emails.
   */
  aboutOrder(
    orderId: string,
    beside: readonly { readonly kind: string; readonly id: string }[] = [],
  ): Promise<AuditEntry[]> {
    return entriesOfOrder(this.source.manager, [{ kind: 'order', id: orderId }, ...beside], orderId, 500);
  }

  /** The newest entries first. */
  latest(limit = 100): Promise<AuditEntry[]> {
    return newestEntries(this.source.manager, limit);
  }
}

/** As PostgreSQL will give it back: dates as text, `undefined` gone. */
const plain = (value: object | undefined): object | null =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as object);
