import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { findReview } from '../review.store.js';
import { insertTick, removeTick, tickedPages } from './page-tick.store.js';

/** Which pages of a draft somebody has read. */
@Injectable()
export class PageTicks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Ticks a page, or takes the tick back. @throws DomainError `claim_lost` once the review is decided. */
  async set(
    reviewId: string,
    { page, sha256, seen }: { readonly page: number; readonly sha256: string; readonly seen: boolean },
    staffId: string,
  ): Promise<void> {
    const { manager } = this.source;
    const review = await findReview(manager, reviewId);
    if (!review) throw new DomainError('not_found', 'There is no such review.');
    if (review.state !== 'claimed' && review.state !== 'second')
      throw new DomainError('claim_lost', 'Nobody reads this draft now, so no page is ticked.');
    const tick = { reviewId, staffId, sha256, page };
    if (seen) await insertTick(manager, { ...tick, at: this.clock.now() });
    else await removeTick(manager, tick);
  }

  /** Of exactly this file, in order. */
  of(reviewId: string, staffId: string, sha256: string): Promise<number[]> {
    return tickedPages(this.source.manager, { reviewId, staffId, sha256 });
  }
}
