import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import {
  BlueprintEditing,
  BlueprintProofs,
  BlueprintService,
  type BlueprintSnapshot,
  shareBlueprint,
} from '@app/blueprint';
import { CLOCK, type Clock, DomainError, sha256, stableJson } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { readPdf } from '@app/pdf-reading';
import type { Review } from '../review.entity.js';
import { findReview, keepChecks, lastReturned } from '../review.store.js';
import type { CheckFacts, RecentDraft } from './check-facts.js';
import type { CheckResult } from './check-result.js';
import { aboutOf, aboutPages, ownSentences } from './duplicates.check.js';
import { MarketReading } from './market-reading.js';
import { RecomputedResults } from './recomputed-results.js';
import { runChecks } from './run-checks.js';

/** Drafts of other people that a new one is compared with (product §6). */
const COMPARED = 50;

/** Fetches what the checks look at, runs them, and keeps their results. */
@Injectable()
export class ReviewChecks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly blueprints: BlueprintService,
    private readonly proofs: BlueprintProofs,
    private readonly editing: BlueprintEditing,
    private readonly orders: OrdersService,
    private readonly market: MarketReading,
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
    const again = await this.results.of(order.assessmentId);
    const facts: CheckFacts = {
      storedSha256: stored?.pdfSha256 ?? null,
      sha256: sha256(pdf),
      bytes: pdf.byteLength,
      reading: await read(pdf),
      snapshot,
      remade: await this.remade(pdf, snapshot),
      order: {
        reference: order.reference,
        customerName: order.customerName,
        checkCode: stored?.checkCode ?? '',
        version: stored?.version ?? 0,
      },
      printedName: this.proofs.printed(order.customerName),
      ...again,
      data: this.market.of(snapshot, again.answers),
      recent: (await this.blueprints.recent(review.orderId, COMPARED)).map(recentOf),
      returned: await this.returned(review, snapshot),
      today: this.clock.now().toISOString().slice(0, 10),
    };
    return { sha256: facts.sha256, results: runChecks(facts) };
  }

  /** Runs the checks of an undecided review again and keeps the results. */
  async refresh(reviewId: string): Promise<CheckResult[]> {
    const review = await findReview(this.source.manager, reviewId);
    if (!review) throw new DomainError('not_found', 'There is no such review.');
    const { results } = await this.run(review);
    await this.source.transaction(async (manager) => {
      // What was found of a file that was replaced or erased meanwhile says nothing of what lies there now.
      const now = await findReview(manager, reviewId, { lock: true });
      if (now?.blueprintId !== review.blueprintId) return;
      if ((await shareBlueprint(manager, now.blueprintId))?.erasedAt === null)
        await keepChecks(manager, reviewId, results);
    });
    return results;
  }

  private async returned(
    { orderId, blueprintId }: Pick<Review, 'orderId' | 'blueprintId'>,
    snapshot: BlueprintSnapshot,
  ): Promise<CheckFacts['returned']> {
    const last = await lastReturned(this.source.manager, orderId);
    if (!last || last.blueprintId === blueprintId) return null;
    const before = await this.blueprints.byId(last.blueprintId);
    if (!before || before.erasedAt !== null) return null;
    // A file or figure that was red and is not any more was put right, though no sentence changed; a person still says whether that is all.
    const wasRed = last.checks.some(({ id, level }) => level === 'red' && id !== 'returned');
    const unchanged = !wasRed && stableJson(saidBy(before.snapshot)) === stableJson(saidBy(snapshot));
    const same = last.instructions.length > 0 ? this.editing.samePages(before.snapshot, snapshot) : null;
    const asked = last.instructions.map(({ page, words }) => ({
      page,
      words,
      same: same?.includes(page) ?? false,
    }));
    return { version: before.version, reason: last.reason ?? '', unchanged, asked };
  }

  /** Only a file that differs is read: reading takes a hundred times as long as comparing. */
  private async remade(pdf: Buffer, snapshot: BlueprintSnapshot): Promise<CheckFacts['remade']> {
    const again = await this.proofs.remade(snapshot);
    if (again === null) return null;
    return again.equals(pdf) ? 'same' : (await readPdf(again)).pages;
  }
}

/** What a draft says that another might say otherwise: dates and codes are never the same. */
const saidBy = (snapshot: BlueprintSnapshot): object => ({
  sentences: ownSentences(snapshot),
  about: aboutOf(snapshot),
  edits: (snapshot.edits ?? []).map(({ page, text }) => ({ page, text })),
});

const recentOf = (snapshot: BlueprintSnapshot): RecentDraft => ({
  reference: snapshot.order.reference,
  about: aboutPages(snapshot),
  pages: ownSentences(snapshot),
});

async function read(pdf: Buffer): Promise<CheckFacts['reading']> {
  try {
    return await readPdf(pdf);
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : 'unknown reason' };
  }
}
