import { Injectable } from '@nestjs/common';
import { openReview } from '@app/blueprint';
import { type BoundJob, handle } from '@app/jobs';
import { Claims } from './decisions/claims.service.js';
import { releaseStaleClaims } from './review-jobs.definitions.js';
import { ReviewOpening } from './review-opening.service.js';

@Injectable()
export class ReviewJobs {
  constructor(
    private readonly opening: ReviewOpening,
    private readonly claims: Claims,
  ) {}

  boundJobs(): BoundJob[] {
    return [
      handle(openReview, ({ blueprintId }) => this.opening.open(blueprintId)),
      handle(releaseStaleClaims, async () => void (await this.claims.releaseStale())),
    ];
  }
}
