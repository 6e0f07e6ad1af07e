import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BlueprintService } from '@app/blueprint';
import { CLOCK, type Clock, DomainError, sha256 } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { Catalogue } from '@app/occupations';
import { readPdf } from '@app/pdf-reading';
import type { Review } from '../review.entity.js';
import { findReview, keepChecks } from '../review.store.js';
import type { CheckFacts } from './check-facts.js';
import type { CheckResult } from './check-result.js';
import { RecomputedResults } from './recomputed-results.js';
import { runChecks } from './run-checks.js';

/** Fetches what the checks look at, runs them, and keeps their results. */
@Injectable()
export class ReviewChecks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blueprints: BlueprintService,
    private readonly orders: OrdersService,
    private readonly catalogue: Catalogue,
    private readonly results: RecomputedResults,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the results with the fingerprint of the bytes they are about. Nothing is stored. */
  async run(
    review: Pick<Review, 'orderId' | 'blueprintId'>,
  ): Promise<{ sha256: string; results: CheckResult[] }> {
    const { pdf, snapshot } = await this.blueprints.file(review.blueprintId);
    const order = await this.orders.byId(review.orderId);
    if (!order) throw new DomainError('not_found', 'This review belongs to no order.');
    const stored = await this.blueprints.byId(review.blueprintId);
    const facts: CheckFacts = {
      storedSha256: stored?.pdfSha256 ?? null,
      sha256: sha256(pdf),
      bytes: pdf.byteLength,
      reading: await read(pdf),
      snapshot,
      customerName: order.customerName,
      recomputed: await this.results.of(order.assessmentId),
      catalogueVersion: this.catalogue.version,
      today: this.clock.now().toISOString().slice(0, 10),
    };
    return { sha256: facts.sha256, results: runChecks(facts) };
  }

  /** Runs the checks of an undecided review again and keeps the results. */
  async refresh(reviewId: string): Promise<CheckResult[]> {
    const review = await findReview(this.source.manager, reviewId);
    if (!review) throw new DomainError('not_found', 'There is no such review.');
    const { results } = await this.run(review);
    await keepChecks(this.source.manager, reviewId, results);
    return results;
  }
}

async function read(pdf: Buffer): Promise<CheckFacts['reading']> {
  try {
    return await readPdf(pdf);
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : 'unknown reason' };
  }
}
