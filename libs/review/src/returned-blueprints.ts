import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type ReviewVerdict, ReviewVerdicts } from '@app/blueprint';
import { reviewOfBlueprint } from './review.store.js';

/** Tells drafting which versions a reviewer returned. */
@Injectable()
export class ReturnedBlueprints implements ReviewVerdict {
  constructor(verdicts: ReviewVerdicts) {
    verdicts.bind(this);
  }

  async isReturned(manager: EntityManager, blueprintId: string): Promise<boolean> {
    return (await reviewOfBlueprint(manager, blueprintId))?.state === 'returned';
  }
}
