import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type BoundJob, handle } from '@app/jobs';
import { businessTimeBetween, CLOCK, type Clock, inLondon, plusDays } from '@app/kernel';
import { countReviewFigures, dropReviewFigures, keepReviewFigures } from '@app/review';
import { decidedReviews, uncountedReviews } from './decided-reviews.reading.js';

/** Weeks that are kept counted: those that the desk shows, and one more. */
const WEEKS_KEPT = 14;
/** Reviews that are counted in one transaction. */
const BATCH = 500;
const MINUTE = 60_000;

/** Counts each decided review once, so that the figures of the desk take no longer as the years go by. */
@Injectable()
export class FigureCount {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  boundJobs(): BoundJob[] {
    return [handle(countReviewFigures, () => this.count())];
  }

  /** Counts what was decided since, a batch after another. */
  async count(): Promise<void> {
    const since = this.since();
    await dropReviewFigures(this.source.manager, since);
    for (let counted = BATCH; counted === BATCH;)
      counted = await this.source.transaction(async (manager) => {
        const decided = await decidedReviews(manager, since, BATCH);
        const figures = decided.map(({ clockStartedAt: started, decidedAt, ...facts }) => ({
          ...facts,
          businessMinutes: started && businessTimeBetween(started, decidedAt) / MINUTE,
        }));
        if (figures.length > 0) await keepReviewFigures(manager, figures);
        return figures.length;
      });
  }

  /** How many reviews have been decided that are not in the figures yet. */
  async missing(): Promise<number> {
    return await uncountedReviews(this.source.manager, this.since());
  }

  private since(): Date {
    return inLondon(plusDays(this.clock.now(), -7 * WEEKS_KEPT))
      .startOf('week')
      .toJSDate();
  }
}
