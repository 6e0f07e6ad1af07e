import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock } from '@app/kernel';
import { type AuditAnchor, anchorLine, readAnchor } from './audit-anchor.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { auditHash, GENESIS } from './audit-hash.js';
import { AuditKeys } from './audit-keys.js';
import { entriesAfter, whereItStands } from './audit.store.js';

const PAGE = 1_000;

export type ChainCheck =
  | {
      readonly intact: true;
      readonly entries: number;
      readonly head: string;
      /** How many anchors it was compared with; with none, a cut tail cannot be seen. */
      readonly anchors: number;
    }
  | { readonly intact: false; readonly entries: number; readonly brokenAt: string; readonly why: string };

/** Whether the log is what was written: from inside by its keyed chain, from outside by its anchors. */
@Injectable()
export class AuditChain {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly keys: AuditKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Where the log stands now, as a signed line to be kept elsewhere.
   * @param before the anchor before this one: only what came after it is counted then, so that an hour's anchor costs an hour's entries.
   */
  async anchor(before?: string): Promise<string> {
    const counted = before === undefined ? null : readAnchor(before, this.keys);
    const { entries, lastId, head } = await whereItStands(this.source.manager, counted);
    const at = this.clock.now();
    return anchorLine({ at, entries, lastId: lastId ?? '0', head: head ?? GENESIS }, this.keys);
  }

  /**
   * Recomputes the whole chain and compares it with what was kept elsewhere. A change, an insertion or a removal is found, a removal at the
   * very end by the anchors: what was written after the last of them is not covered yet.
   * @param lines anchors, in any order; empty lines are passed over.
   */
  async verify(lines: readonly string[] = []): Promise<ChainCheck> {
    const anchors: AuditAnchor[] = [];
    for (const line of lines.filter((each) => each.trim() !== '')) {
      const anchor = readAnchor(line, this.keys);
      if (!anchor)
        return broken(0, '0', `this line is no anchor that we signed: ${line.trim().slice(0, 60)}`);
      anchors.push(anchor);
    }
    return await this.walk(anchors);
  }

  private async walk(anchors: readonly AuditAnchor[]): Promise<ChainCheck> {
    const open = new Map<string, AuditAnchor[]>();
    for (const anchor of anchors)
      if (anchor.entries > 0) open.set(anchor.lastId, [...(open.get(anchor.lastId) ?? []), anchor]);
    let last: Pick<AuditEntry, 'id' | 'hash' | 'keyId'> = { id: '0', hash: GENESIS, keyId: null };
    let entries = 0;
    for (;;) {
      const page = await entriesAfter(this.source.manager, last.id, PAGE);
      for (const entry of page) {
        const why = this.faultOf(entry, last);
        if (why) return broken(entries, entry.id, why);
        entries += 1;
        last = entry;
        const other = open
          .get(entry.id)
          ?.find((anchor) => anchor.head !== entry.hash || anchor.entries !== entries);
        open.delete(entry.id);
        if (other)
          return broken(
            entries,
            entry.id,
            `the anchor of ${other.at.toISOString()} says otherwise: the log was written anew`,
          );
      }
      if (page.length < PAGE) break;
    }
    const missing = [...open.values()]
      .flat()
      .sort((a, b) => Number(a.lastId) - Number(b.lastId))
      .at(-1);
    if (missing)
      return broken(
        entries,
        last.id,
        `the log is cut short: on ${missing.at.toISOString()} it had ${missing.entries} entries, up to number ${missing.lastId}`,
      );
    return { intact: true, entries, head: last.hash, anchors: anchors.length };
  }

  private faultOf(entry: AuditEntry, before: Pick<AuditEntry, 'hash' | 'keyId'>): string | null {
    if (entry.previousHash !== before.hash) return 'an entry before it is missing or was changed';
    if (entry.keyId === null && before.keyId !== null) return 'it is not signed, though the one before it is';
    const hash = auditHash(entry, this.keys);
    if (hash === null) return `it was signed with the key “${entry.keyId}”, which is not given`;
    return hash === entry.hash ? null : 'its content was changed';
  }
}

const broken = (entries: number, brokenAt: string, why: string): ChainCheck => ({
  intact: false,
  entries,
  brokenAt,
  why,
});
