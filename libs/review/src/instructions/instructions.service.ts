import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Audit } from '@app/audit';
import { shareBlueprint } from '@app/blueprint';
import { CLOCK, type Clock, newId } from '@app/kernel';
import type { Actor } from '../decisions/actor.js';
import { fileChanged, recordDecision, required } from '../decisions/decision-parts.js';
import { lockReview, requireClaim } from '../decisions/review-lock.js';
import { refused, tidiedWords } from '../editing/edit-rules.js';
import type { Review } from '../review.entity.js';
import { keepInstructions } from '../review.store.js';

const MOST = 20;
const LONGEST = 500;

/** What readers of a draft want of the next one: gathered page by page, sent along when it is returned, and kept with the version. */
@Injectable()
export class Instructions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param page from 1; 0 for the whole draft.
   * @throws DomainError `claim_lost` unless this person reads the draft now, `review_reason_missing`, `edit_refused` when it is too long.
   */
  async add(
    reviewId: string,
    { page, words }: { readonly page: number; readonly words: string },
    actor: Actor,
  ): Promise<void> {
    const text = tidiedWords(required(words));
    if (text.length > LONGEST) throw refused(`Keep an instruction to ${LONGEST} characters.`);
    await this.source.transaction(async (manager) => {
      const review = await this.read(manager, reviewId, actor);
      if (review.instructions.length >= MOST) throw refused(`There are ${MOST} instructions already.`);
      const file = await shareBlueprint(manager, review.blueprintId);
      if (!file || file.erasedAt) throw fileChanged();
      const { version } = file;
      const at = this.clock.now().toISOString();
      const one = { id: newId(), page, words: text, by: actor.staffId, at, version };
      await keepInstructions(manager, review.id, [...review.instructions, one]);
      await recordDecision(this.audit, manager, review, 'review.instructed', { page }, actor, text);
    });
  }

  /** Takes one's own instruction back. */
  async takeBack(reviewId: string, id: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await this.read(manager, reviewId, actor);
      const left = review.instructions.filter((one) => one.id !== id || one.by !== actor.staffId);
      await keepInstructions(manager, review.id, left);
    });
  }

  /** Locked: whoever has claimed it, or anybody else than the first while it waits for the second. */
  private async read(manager: EntityManager, reviewId: string, { staffId }: Actor): Promise<Review> {
    const review = await lockReview(manager, reviewId);
    if (review.state !== 'second' || review.firstApprovedBy === staffId)
      await requireClaim(manager, review, staffId);
    return review;
  }
}
