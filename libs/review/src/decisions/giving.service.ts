import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { Audit } from '@app/audit';
import { permissionsNow, staffName } from '@app/staff';
import { keptFor } from '../queue/kept-for.js';
import type { Review } from '../review.entity.js';
import { keepGiven, NOT_GIVEN } from '../review.store.js';
import type { Actor } from './actor.js';
import { giveBackLapsed, hasLapsed } from './lapsed-claim.js';
import { lockReview, requireOther, whyNot } from './review-lock.js';

/** Who is to do which review, before anybody begins it. */
@Injectable()
export class Giving {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives a review that nobody has begun to a colleague, who finds it among theirs. Until its promise is at risk, nobody else begins it.
   * @throws DomainError `claim_lost` when somebody has it, `second_same_person` for a second reading by the first or by an editor,
   * `give_refused` when the colleague's roles do not allow it.
   */
  async give(reviewId: string, to: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      await this.requireFree(manager, review, actor);
      const needed = review.state === 'second' ? 'reviews.second' : 'reviews.decide';
      if (!(await permissionsNow(manager, to)).has(needed))
        throw new DomainError('give_refused', 'The roles of this colleague do not allow it.');
      if (review.state === 'second') requireOther(review, to, 'They');
      await this.note(manager, review, to, actor, 'review.given');
    });
  }

  /** Takes back what was given, so that anybody may begin it. Nothing happens where nothing was given. */
  async takeBack(reviewId: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.givenTo === null) return;
      await this.note(manager, review, null, actor, 'review.taken_back');
    });
  }

  /**
   * Takes a review for a second reading, so that of two people who ask for their next each gets another. It stays theirs for two hours.
   * @throws DomainError `claim_lost` when it waits for no second person or is kept for somebody else, `second_same_person`.
   */
  async takeSecond(reviewId: string, actor: Actor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const review = await lockReview(manager, reviewId);
      if (review.state !== 'second')
        throw new DomainError('claim_lost', await whyNot(manager, review, actor.staffId));
      requireOther(review, actor.staffId, 'You');
      if (keptFor(review, this.clock.now()) === actor.staffId) return;
      await requireNotKept(manager, review, actor, this.clock.now());
      await this.note(manager, review, actor.staffId, actor, 'review.second_taken');
    });
  }

  private async requireFree(manager: EntityManager, review: Review, { staffId }: Actor): Promise<void> {
    if (review.state === 'queued' || review.state === 'second') return;
    if (hasLapsed(review, this.clock.now())) return await giveBackLapsed(manager, this.audit, review);
    throw new DomainError('claim_lost', await whyNot(manager, review, staffId));
  }

  private async note(
    manager: EntityManager,
    review: Review,
    to: string | null,
    { staffId, ipAddress }: Actor,
    action: string,
  ): Promise<void> {
    const given = to === null ? NOT_GIVEN : { givenTo: to, givenBy: staffId, givenAt: this.clock.now() };
    await keepGiven(manager, review.id, given);
    await this.audit.record(manager, {
      staffId,
      action,
      subject: { kind: 'review', id: review.id },
      before: { givenTo: review.givenTo },
      after: { givenTo: to },
      ipAddress,
    });
  }
}

/**
 * Nobody begins what is kept for a colleague. An account that was disabled keeps nothing.
 * @throws DomainError `claim_lost` with whose it is.
 */
export async function requireNotKept(
  manager: EntityManager,
  review: Review,
  { staffId }: Actor,
  now: Date,
): Promise<void> {
  const owner = keptFor(review, now);
  if (owner === null || owner === staffId || (await permissionsNow(manager, owner)).size === 0) return;
  const name = (await staffName(manager, owner)) ?? 'a colleague';
  throw new DomainError(
    'claim_lost',
    owner === review.givenBy
      ? `${name} is reading this review as the second person. Nothing was changed.`
      : `This review was given to ${name}. It is free for all once its promise is at risk, or when it is taken back.`,
  );
}
