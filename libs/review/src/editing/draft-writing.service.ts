import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import {
  BlueprintEditing,
  BlueprintRevisions,
  BlueprintService,
  type BlueprintSnapshot,
  type NextVersion,
  printedEdit,
  shareBlueprint,
  type SnapshotEdit,
  type SnapshotNote,
} from '@app/blueprint';
import { CLOCK, type Clock, DomainError, sha256 } from '@app/kernel';
import { Audit } from '@app/audit';
import type { Actor } from '../decisions/actor.js';
import { type DraftEdit, DraftEdits } from '../decisions/draft-edits.js';
import { fileChanged, recordDecision } from '../decisions/decision-parts.js';
import { lockReview, requireClaim } from '../decisions/review-lock.js';
import type { Review } from '../review.entity.js';
import { findReview, keepEdits, reviewOfBlueprint } from '../review.store.js';
import { fairNote, refused, requireFairEdit, tidiedWords } from './edit-rules.js';
import { NextVersions } from './next-versions.service.js';
import type { PendingEdit } from './pending-edit.js';

/** Names a text block of a page in a form. */
export const blockKey = (draft: string): string => sha256(draft).slice(0, 16);

/**
 * Changes of words in a claimed draft. They are gathered beside the draft, page by page, and become the next version of the file in one go:
 * the approval is about its bytes, so whoever approves reads it anew.
 */
@Injectable()
export class DraftWriting {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blueprints: BlueprintService,
    private readonly editing: BlueprintEditing,
    private readonly revisions: BlueprintRevisions,
    private readonly versions: NextVersions,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
    edits: DraftEdits,
  ) {
    edits.bind({ editOf });
  }

  /** The draft with the changes that wait, as its next file would say. */
  async draft(review: Review): Promise<BlueprintSnapshot> {
    const { snapshot } = await this.blueprints.file(review.blueprintId);
    return review.edits === null ? snapshot : { ...snapshot, edits: review.edits };
  }

  /**
   * Puts words in the place of a block's. The drafted words themselves take the change back.
   * @param key of the block: see {@link blockKey}.
   * @throws DomainError `claim_lost`, `edit_refused` when figures change, it is too long, or the page has no room for it.
   */
  async edit(
    reviewId: string,
    { page, key, text }: { page: number; key: string; text: string },
    actor: Actor,
  ): Promise<void> {
    const review = await this.claimed(reviewId, actor);
    const snapshot = await this.editable(review);
    const blocks = this.editing.blocks(snapshot, page);
    const place = blocks.findIndex(({ draft }) => blockKey(draft) === key);
    const block = blocks[place];
    if (!block) throw refused('This page has no such block any more. Open the page again.');
    const words = tidiedWords(text);
    if (words !== block.draft) requireFairEdit(block.draft, words);
    const others = (review.edits ?? pendingOf(snapshot)).filter(
      (edit) => edit.page !== page || edit.draft !== block.draft,
    );
    const edit: PendingEdit = {
      page,
      draft: block.draft,
      text: words,
      block: { kind: block.kind, place: place + 1 },
      by: actor.staffId,
      at: this.clock.now().toISOString(),
    };
    const edits = words === block.draft ? others : [...others, edit];
    await this.requireRoom({ ...snapshot, edits }, page, words);
    await this.keep(review, edits, actor, { page, block: key });
  }

  /** Takes all changes of a page back, or, without a page, every one of the draft. */
  async takeBack(reviewId: string, page: number | null, actor: Actor): Promise<void> {
    const review = await this.claimed(reviewId, actor);
    const snapshot = await this.editable(review);
    const all = review.edits ?? pendingOf(snapshot);
    const edits = page === null ? [] : all.filter((edit) => edit.page !== page);
    await this.keep(review, edits, actor, { page, block: 'all' });
  }

  /**
   * Makes the next version of the file with the changes that wait, and with a note for page 15 when one is given.
   * @throws DomainError `claim_lost`, `edit_refused` when nothing changed or the note is unfit, `review_file_changed`.
   */
  async makeFile(reviewId: string, note: SnapshotNote | null, actor: Actor): Promise<void> {
    const review = await this.claimed(reviewId, actor);
    const snapshot = await this.editable(review);
    if (note === null && review.edits === null)
      throw refused('Nothing was changed, so there is no new file to make.');
    const printed = note ? { text: fairNote(note.text), signature: note.signature } : snapshot.note;
    const edits = (snapshot.edits ?? []).map(printedEdit);
    const { snapshot: before } = await this.blueprints.file(review.blueprintId);
    const next = await this.prepared(review, { edits, ...(printed && { note: printed }) });
    const writers = [...(review.edits ?? []).map(({ by }) => by), ...(note ? [actor.staffId] : [])];
    const noteBy = note ? actor.staffId : review.noteBy;
    const how = note ? 'note' : 'words';
    await this.versions.keep({ seen: review, before, next, how, words: '', noteBy, writers }, actor);
  }

  private async prepared(
    review: Review,
    revision: Parameters<BlueprintRevisions['prepare']>[1],
  ): Promise<NextVersion> {
    const { snapshot } = await this.blueprints.file(review.blueprintId);
    try {
      return await this.revisions.prepare({ id: review.blueprintId, snapshot }, revision);
    } catch (error) {
      // Each edit was tried on its page, so what does not fit is the note.
      if (error instanceof Error && /^page \d+ of .*there are/.test(error.message))
        throw refused('Page 15 has no room for this note. Shorten it.');
      throw error;
    }
  }

  private async keep(seen: Review, edits: readonly PendingEdit[], actor: Actor, what: object): Promise<void> {
    const { snapshot } = await this.blueprints.file(seen.blueprintId);
    // What the file says already does not wait.
    const waiting = said(edits) === said(snapshot.edits ?? []) ? null : edits;
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, seen.id);
      await requireClaim(manager, review, actor.staffId);
      if (
        review.blueprintId !== seen.blueprintId ||
        JSON.stringify(review.edits) !== JSON.stringify(seen.edits) ||
        (await shareBlueprint(manager, review.blueprintId))?.erasedAt !== null
      )
        throw fileChanged();
      await keepEdits(manager, review.id, waiting);
      await recordDecision(
        this.audit,
        manager,
        review,
        'review.edited',
        { ...what, edits: edits.length },
        actor,
      );
    });
  }

  private async claimed(reviewId: string, { staffId }: Actor): Promise<Review> {
    const { manager } = this.source;
    const review = await findReview(manager, reviewId);
    if (!review) throw new DomainError('not_found', 'There is no such review.');
    await requireClaim(manager, review, staffId);
    return review;
  }

  private async editable(review: Review): Promise<BlueprintSnapshot> {
    const snapshot = await this.draft(review);
    if (this.editing.isOffered(snapshot)) return snapshot;
    throw refused(
      'The templates have changed since this draft was made, so it cannot be edited. Return it: the next draft can be.',
    );
  }

  /** The words must stand on the page whole, as somebody reads them there. */
  private async requireRoom(snapshot: BlueprintSnapshot, page: number, words: string): Promise<void> {
    if (!(await this.editing.holds(snapshot, page, [words])))
      throw refused('The page has no room for this. Shorten it.');
  }
}

/** Words that are in the file already; who changed them is on record with the review. */
const pendingOf = ({ edits = [] }: BlueprintSnapshot): PendingEdit[] =>
  edits.map((edit) => ({ by: '', at: '', ...edit }));

/** Edits without who made them, in an order of their own. */
const said = (edits: readonly SnapshotEdit[]): string =>
  JSON.stringify(edits.map(({ page, draft, text }) => [page, draft, text]).sort());

/** What a second approval asks: how much was changed, and by whom. */
async function editOf(manager: EntityManager, blueprintId: string): Promise<DraftEdit> {
  const review = await reviewOfBlueprint(manager, blueprintId);
  return { changedShare: review?.changedShare ?? 0, editors: review?.editors ?? [] };
}
