import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What drafting must know of a review. Reviews rest on blueprints, so whoever keeps them answers from above. */
export interface ReviewVerdict {
  /** Whether a reviewer returned this version to be made again. */
  isReturned(manager: EntityManager, blueprintId: string): Promise<boolean>;
}

/** The verdicts of this process. The module that keeps reviews binds its own when it starts; a process that drafts must have it. */
@Injectable()
export class ReviewVerdicts implements ReviewVerdict {
  private verdict?: ReviewVerdict;

  bind(verdict: ReviewVerdict): void {
    this.verdict = verdict;
  }

  async isReturned(manager: EntityManager, blueprintId: string): Promise<boolean> {
    if (!this.verdict)
      throw new Error('Nobody keeps reviews in this process, so no version can follow another.');
    return await this.verdict.isReturned(manager, blueprintId);
  }
}
