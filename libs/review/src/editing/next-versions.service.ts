import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import {
  BlueprintEditing,
  BlueprintRevisions,
  BlueprintService,
  type BlueprintSnapshot,
  type NextVersion,
} from '@app/blueprint';
import { Audit } from '@app/audit';
import { CLOCK, type Clock } from '@app/kernel';
import { ReviewChecks } from '../checks/review-checks.service.js';
import type { Actor } from '../decisions/actor.js';
import { fileChanged, recordDecision } from '../decisions/decision-parts.js';
import { lockReview, requireClaim } from '../decisions/review-lock.js';
import { changedShare } from './changed-share.js';
import type { Review } from '../review.entity.js';
import { keepRevision } from '../review.store.js';
import { keepTicks } from '../workbench/page-tick.store.js';
import type { Making } from './made-version.entity.js';
import { insertMadeVersion } from './made-version.store.js';

/** A version that was made, and what it was made for. */
export interface Made {
  /** The review as it was when the making began. */
  readonly seen: Review;
  readonly before: BlueprintSnapshot;
  readonly next: NextVersion;
  readonly how: Making;
  /** The reason or the instruction; '' where none was asked. */
  readonly words: string;
  /** Whose note is in the file; null when a new one is owed. */
  readonly noteBy: string | null;
  /** Who wrote or chose something in it, beside those who did before. */
  readonly writers: readonly string[];
}

const ACTIONS: Readonly<Record<Making, string>> = {
  words: 'review.revised',
  note: 'review.revised',
  paths: 'review.path_chosen',
  anew: 'review.redrawn',
};

/**
 * Puts a version that was made at the desk in the place of the one before, in one transaction with its record. The claim stays; the checks run
 * anew; ticks stay on pages that say and show the same.
 */
@Injectable()
export class NextVersions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blueprints: BlueprintService,
    private readonly editing: BlueprintEditing,
    private readonly revisions: BlueprintRevisions,
    private readonly checks: ReviewChecks,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `claim_lost`, `review_file_changed` when something else was made of the draft meanwhile. */
  async keep({ seen, before, next, how, words, noteBy, writers }: Made, actor: Actor): Promise<void> {
    // What was read is the file; where it is not what the draft draws, nobody has read the pages of the next.
    const asDrawn = seen.checks.find(({ id }) => id === 'remade')?.level === 'green';
    const same = asDrawn ? (this.editing.samePages(before, next.snapshot) ?? []) : [];
    const old = await this.blueprints.byId(seen.blueprintId);
    await this.source.transaction(async (manager) => {
      const blueprintId = await this.revisions.store(manager, seen.orderId, next);
      const review = await lockReview(manager, seen.id);
      await requireClaim(manager, review, actor.staffId);
      if (JSON.stringify(review.edits) !== JSON.stringify(seen.edits)) throw fileChanged();
      const { snapshot, files } = next;
      await keepRevision(manager, review.id, {
        blueprintId,
        editors: [...new Set([...review.editors, ...writers])].filter(Boolean),
        changedShare: changedShare(snapshot, (page) => this.editing.blocks(snapshot, page)),
        noteBy,
        pathChosen: snapshot.choice !== undefined,
      });
      const at = this.clock.now();
      const { staffId: madeBy } = actor;
      await insertMadeVersion(manager, { blueprintId, reviewId: review.id, madeBy, how, words, at });
      await keepTicks(manager, review.id, {
        from: old?.pdfSha256 ?? '',
        to: files.pdfSha256 ?? '',
        pages: same,
      });
      const after = {
        version: snapshot.order.version,
        sha256: files.pdfSha256,
        edits: snapshot.edits?.length ?? 0,
        noted: how === 'note',
        ...(how === 'paths' && { ...placesIn(before), ...chosenIn(snapshot) }),
      };
      await recordDecision(
        this.audit,
        manager,
        { ...review, blueprintId },
        ACTIONS[how],
        after,
        actor,
        words,
      );
    });
    await this.checks.refresh(seen.id);
  }
}

const placesIn = ({ recommended, paths }: BlueprintSnapshot): object => ({
  pathsBefore: [recommended, ...paths.map(({ slug }) => slug)],
});
const chosenIn = ({ recommended, paths, choice }: BlueprintSnapshot): object => ({
  paths: [recommended, ...paths.map(({ slug }) => slug)],
  limitsBroken: (choice?.limits ?? []).map(({ slug }) => slug),
});
