import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, newId } from '@app/kernel';
import { Audit } from '@app/audit';
import { BlueprintEditing, BlueprintService, type BlueprintSnapshot, shareBlueprint } from '@app/blueprint';
import { Corrections, takeTurnAtOrder } from '@app/orders';
import { ReviewChecks } from './checks/review-checks.service.js';
import { changedShare } from './editing/changed-share.js';
import { advance } from './decisions/review-lock.js';
import type { Review } from './review.entity.js';
import {
  insertReview,
  lastReview,
  lockOpenReviews,
  NOTHING_TAKEN_OVER,
  reviewOfBlueprint,
  type TakenOver,
  UNCLAIMED,
} from './review.store.js';

/** Puts rendered blueprints into the queue. */
@Injectable()
export class ReviewOpening {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blueprints: BlueprintService,
    private readonly editing: BlueprintEditing,
    private readonly corrections: Corrections,
    private readonly checks: ReviewChecks,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens the review of a rendered blueprint with its checks; an open review of an older version is closed as superseded. Safe to repeat.
   * Does nothing for a blueprint that has been superseded itself.
   */
  async open(blueprintId: string): Promise<void> {
    const blueprint = await this.blueprints.byId(blueprintId);
    if (blueprint?.state !== 'rendered') return;
    if (await reviewOfBlueprint(this.source.manager, blueprintId)) return;
    const { orderId, correctionId } = blueprint;
    // A correction has a promise of its own, which stays.
    const correction = correctionId && (await this.corrections.byId(correctionId));
    const { results: checks } = await this.checks.run({ orderId, blueprintId });
    await this.source.transaction(async (manager) => {
      // Two workers with the same job take turns at the order's row; what was made or erased since we looked counts.
      const order = await takeTurnAtOrder(manager, orderId);
      if (order?.erasedAt || (await shareBlueprint(manager, blueprintId))?.state !== 'rendered') return;
      if (await reviewOfBlueprint(manager, blueprintId)) return;
      const older = await lockOpenReviews(manager, orderId);
      for (const review of older) await advance(manager, review, 'supersede', UNCLAIMED);
      const id = newId();
      const now = this.clock.now();
      // The clock has started before anything is drafted; should it not have, the review is due at once.
      const taken = takenOver(blueprint.snapshot, await lastReview(manager, orderId), this.editing);
      await insertReview(manager, {
        ...taken,
        id,
        orderId,
        blueprintId,
        checks,
        promiseAt: (correction || order)?.promiseAt ?? now,
        createdAt: now,
      });
      for (const { id: olderId } of older) {
        await this.audit.record(manager, {
          staffId: null,
          action: 'review.superseded',
          subject: { kind: 'review', id: olderId },
          after: { state: 'superseded', by: id },
        });
      }
    });
  }
}

/** A draft with words or paths of the one before is still theirs who wrote and chose them. */
function takenOver(snapshot: BlueprintSnapshot, last: Review | null, editing: BlueprintEditing): TakenOver {
  const { edits = [], choice } = snapshot;
  if (edits.length === 0 && choice === undefined) return NOTHING_TAKEN_OVER;
  return {
    editors: last?.editors ?? [],
    changedShare: changedShare(snapshot, (page) => editing.blocks(snapshot, page)),
    pathChosen: choice !== undefined,
  };
}
