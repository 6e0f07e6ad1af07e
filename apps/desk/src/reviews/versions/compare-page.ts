import { Injectable } from '@nestjs/common';
import { BlueprintEditing, BlueprintService } from '@app/blueprint';
import { type View, view } from '@app/http';
import { DomainError, sha256 } from '@app/kernel';
import { type BlueprintVersion, ReviewFolder } from '@app/desk-reading';
import { wordDiff } from '@app/review';
import { StaffService } from '@app/staff';
import { choiceWords } from '../workbench/choice-words.js';
import { type PageChange, pageChanges, shortened } from './compared-pages.js';
import { PageWords } from './page-words.js';
import { versionRows } from '../../version-rows.js';

/** What was asked for: numbers of versions, and a page from 1; what is not there is chosen. */
export interface Comparison {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly page?: number | undefined;
}

const CHANGES: Readonly<Record<PageChange, string>> = {
  same: 'the same',
  words: 'words changed',
  picture: 'picture changed',
};

/** Two versions of a blueprint side by side, page by page. */
@Injectable()
export class ComparePage {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly blueprints: BlueprintService,
    private readonly editing: BlueprintEditing,
    private readonly words: PageWords,
    private readonly staff: StaffService,
  ) {}

  /** @throws DomainError `not_found` when the order has no two files. */
  async of(orderId: string, asked: Comparison): Promise<View> {
    const { order, versions } = await this.folder.order(orderId);
    const { from, to } = chosen(versions, asked);
    const [before, after] = [await this.blueprints.file(from.id), await this.blueprints.file(to.id)];
    const same = this.editing.samePages(before.snapshot, after.snapshot);
    const [old, now] = [
      await this.words.of(before.pdf, sha256(before.pdf), before.snapshot),
      await this.words.of(after.pdf, sha256(after.pdf), after.snapshot),
    ];
    const changes = pageChanges(old, now, same);
    const changed = changes.flatMap((change, index) => (change === 'same' ? [] : [index + 1]));
    const page = Math.min(asked.page ?? changed[0] ?? 1, changes.length);
    const rows = versionRows(versions, await this.staff.names());
    return view('desk/compare', {
      order: { id: order.id, reference: order.reference, name: order.customerName },
      from: from.version,
      to: to.version,
      versions: rows.filter(({ rendered }) => rendered),
      before: rows.find(({ id }) => id === from.id),
      after: rows.find(({ id }) => id === to.id),
      review: to.reviewId ?? '',
      pages: changes.map((change, index) => ({
        number: index + 1,
        current: index + 1 === page,
        changed: change !== 'same',
        change: CHANGES[change],
      })),
      changed: changed.length,
      pictures_compared: same !== null,
      page,
      last: changes.length,
      next_changed: changed.find((one) => one > page) ?? 0,
      change: CHANGES[changes[page - 1] ?? 'same'],
      diff: shortened(wordDiff(old[page - 1] ?? '', now[page - 1] ?? '')),
      choice: choiceWords(after.snapshot),
    });
  }

  /** A version of an order by its number. @throws DomainError `not_found`. */
  async version(orderId: string, number: number): Promise<BlueprintVersion> {
    const { versions } = await this.folder.order(orderId);
    return required(versions.find((one) => one.version === number && one.sha256 !== null));
  }
}

/** Those asked for; else the newest against the one before. */
function chosen(
  versions: readonly BlueprintVersion[],
  { from, to }: Comparison,
): { from: BlueprintVersion; to: BlueprintVersion } {
  const made = versions.filter(({ sha256: file }) => file !== null);
  const later = made.find(({ version }) => version === to) ?? made[0];
  const earlier =
    made.find(({ version }) => version === from) ??
    made.find(({ version }) => later !== undefined && version < later.version);
  return { from: required(earlier ?? later), to: required(later) };
}

function required(version: BlueprintVersion | undefined): BlueprintVersion {
  if (version) return version;
  throw new DomainError('not_found', 'This order has no such version of its blueprint.');
}
