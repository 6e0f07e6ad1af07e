import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AssessmentService, PersonalScorer, type RankedCandidate } from '@app/assessment';
import {
  BlueprintRedrawing,
  BlueprintService,
  type BlueprintSnapshot,
  type NextVersion,
  type Places,
  type Redrawn,
} from '@app/blueprint';
import { DomainError, stableJson } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { MarketReading } from '../checks/market-reading.js';
import type { Actor } from '../decisions/actor.js';
import { required } from '../decisions/decision-parts.js';
import { requireClaim } from '../decisions/review-lock.js';
import { refused } from '../editing/edit-rules.js';
import type { Review } from '../review.entity.js';
import { findReview } from '../review.store.js';
import { NextVersions } from '../editing/next-versions.service.js';
import { fairChoice, type TypedChoice } from './choice-rules.js';

/** A candidate with the bodies whose licence the law asks for. */
export interface Choosable extends RankedCandidate {
  readonly licences: readonly string[];
}

/** What a draft has, and what it might have. */
export interface Choices {
  readonly now: Places;
  readonly candidates: readonly Choosable[];
}

/** Makes a claimed draft anew: with other paths than the ranking gave, or from the answers with the figures and templates of today. */
@Injectable()
export class PathChoosing {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly orders: OrdersService,
    private readonly assessments: AssessmentService,
    private readonly scorer: PersonalScorer,
    private readonly market: MarketReading,
    private readonly blueprints: BlueprintService,
    private readonly redrawing: BlueprintRedrawing,
    private readonly versions: NextVersions,
  ) {}

  /** @throws DomainError `order_not_found`, `assessment_not_found` when the answers are gone. */
  async choices({ orderId, blueprintId }: Review): Promise<Choices> {
    const order = await this.orders.byId(orderId);
    if (!order) throw new DomainError('order_not_found', 'There is no such order.');
    const { answers } = await this.assessments.completed(order.assessmentId);
    const { snapshot } = await this.blueprints.file(blueprintId);
    return {
      now: placesOf(snapshot),
      candidates: this.scorer.candidates(answers).map((candidate) => ({
        ...candidate,
        licences: this.market.licences(candidate.path.slug, answers.region),
      })),
    };
  }

  /**
   * Makes the next version with these paths; every page follows, and changed words stay where they have a place. The note is owed anew.
   * @throws DomainError `claim_lost`, `choice_refused`, `review_file_changed`.
   */
  async choose(reviewId: string, typed: TypedChoice, actor: Actor): Promise<void> {
    const review = await this.claimed(reviewId, actor);
    const { now, candidates } = await this.choices(review);
    const wanted = fairChoice(typed, now, candidates);
    const { before, next } = await this.redrawn(review, (edits) => ({ wanted, edits }));
    if (
      stableJson(placesOf(next.snapshot)) !==
      stableJson({ recommended: wanted.recommended, paths: wanted.paths })
    )
      throw refused(
        'The draft could not be made with these paths. Choose others, or put the review on hold.',
      );
    const writers = [...(review.edits ?? []).map(({ by }) => by), actor.staffId];
    const words = [wanted.reason, wanted.inSpite].filter(Boolean).join(' ');
    await this.versions.keep(
      { seen: review, before, next, how: 'paths', words, noteBy: null, writers },
      actor,
    );
  }

  /**
   * Makes the whole draft from the answers anew, as drafted; what was chosen stays. The note is owed anew.
   * @param instruction what it is made anew for.
   * @throws DomainError `claim_lost`, `review_reason_missing`, `edit_refused` when it would say the same.
   */
  async anew(reviewId: string, instruction: string, actor: Actor): Promise<void> {
    const review = await this.claimed(reviewId, actor);
    const words = required(instruction);
    const { before, next } = await this.redrawn(review, () => ({ edits: [] }));
    if (saysTheSame(before, next.snapshot) && review.edits === null)
      throw refused(
        'Made anew it would say the same, so nothing was made. Edit its words, choose another path, or return it with instructions.',
      );
    await this.versions.keep(
      { seen: review, before, next, how: 'anew', words, noteBy: null, writers: [] },
      actor,
    );
  }

  private async redrawn(
    review: Review,
    how: (edits: Redrawn['edits']) => Redrawn,
  ): Promise<{ before: BlueprintSnapshot; next: NextVersion }> {
    const { snapshot: before } = await this.blueprints.file(review.blueprintId);
    const wanted = how(review.edits ?? before.edits ?? []);
    const from = { id: review.blueprintId, snapshot: before };
    const next = await this.redrawing.prepare(review.orderId, from, { wanted: before.choice, ...wanted });
    return { before, next };
  }

  private async claimed(reviewId: string, { staffId }: Actor): Promise<Review> {
    const { manager } = this.source;
    const review = await findReview(manager, reviewId);
    if (!review) throw new DomainError('not_found', 'There is no such review.');
    await requireClaim(manager, review, staffId);
    return review;
  }
}

const placesOf = ({ recommended, paths }: BlueprintSnapshot): Places => ({
  recommended,
  paths: paths.map(({ slug }) => slug),
});

/** Apart from what differs between any two versions. */
function saysTheSame(before: BlueprintSnapshot, after: BlueprintSnapshot): boolean {
  const said = ({
    order: _order,
    draftedAt,
    edits = [],
    dropped: _dropped,
    ...rest
  }: BlueprintSnapshot): string => stableJson({ ...rest, day: draftedAt.slice(0, 10), edits });
  return said(before) === said(after);
}
