import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { lockUntilCommit } from '@app/database';
import { CLOCK, type Clock } from '@app/kernel';
import type { AuditEntry } from './audit-entry.entity.js';
import { auditHash, GENESIS } from './audit-hash.js';
import { appendEntry, entriesAbout, entriesAfter, newestEntries, newestHash } from './audit.store.js';

const PAGE = 1_000;

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

export type ChainCheck =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly entries: number; readonly brokenAt: string; readonly why: string };

/** The append-only log of what staff did. */
@Injectable()
export class Audit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
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
    };
    await appendEntry(manager, { ...entry, hash: auditHash(entry) });
  }

  /** An entry of its own, for what changes nothing else: looking at personal data. */
  async note(record: AuditRecord): Promise<void> {
    await this.source.transaction((manager) => this.record(manager, record));
  }

  /** What happened to one thing, oldest first. */
  about(kind: string, id: string): Promise<AuditEntry[]> {
    return entriesAbout(this.source.manager, kind, id, 500);
  }

  /** The newest entries first. */
  latest(limit = 100): Promise<AuditEntry[]> {
    return newestEntries(this.source.manager, limit);
  }

  /**
   * Recomputes the whole chain. A change, an insertion or a removal in the middle is found. A removal at the very end is not visible from
   * inside: compare `head` and `entries` with a copy kept elsewhere.
   */
  async verifyAuditChain(): Promise<ChainCheck> {
    let previous: string = GENESIS;
    let entries = 0;
    for (let after = '0'; ;) {
      const page = await entriesAfter(this.source.manager, after, PAGE);
      for (const entry of page) {
        if (entry.previousHash !== previous)
          return {
            intact: false,
            entries,
            brokenAt: entry.id,
            why: 'an entry before it is missing or was changed',
          };
        if (auditHash(entry) !== entry.hash)
          return { intact: false, entries, brokenAt: entry.id, why: 'its content was changed' };
        previous = entry.hash;
        entries += 1;
      }
      const last = page.at(-1);
      if (!last || page.length < PAGE) return { intact: true, entries, head: previous };
      after = last.id;
    }
  }
}

/** As PostgreSQL will give it back: dates as text, `undefined` gone. */
const plain = (value: object | undefined): object | null =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as object);
