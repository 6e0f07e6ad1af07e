import { Injectable } from '@nestjs/common';
import { openReview } from '@app/blueprint';
import { type BoundJob, handle } from '@app/jobs';
import { followPromise } from '@app/orders';
import { ApprovedReviews } from './approved-reviews.js';
import { Claims } from './decisions/claims.service.js';
import { releaseStaleClaims } from './review-jobs.definitions.js';
import { ReviewOpening } from './review-opening.service.js';

@Injectable()
export class ReviewJobs {
  constructor(
    private readonly opening: ReviewOpening,
    private readonly claims: Claims,
    private readonly approvals: ApprovedReviews,
  ) {}

  boundJobs(): BoundJob[] {
    return [
      handle(openReview, ({ blueprintId }) => this.opening.open(blueprintId)),
      handle(followPromise, ({ orderId }) => this.approvals.followPromise(orderId)),
      handle(releaseStaleClaims, async () => void (await this.claims.releaseStale())),
    ];
  }
}
