import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, newId } from '@app/kernel';
import { Audit } from '@app/audit';
import { ReviewChecks } from './checks/review-checks.service.js';
import { RELEASED } from './decisions/claims.service.js';
import { Review } from './review.entity.js';

interface Renderable {
  readonly order_id: string;
  readonly state: string;
  readonly promise_at: Date | null;
}

/** Puts rendered blueprints into the queue. */
@Injectable()
export class ReviewOpening {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly checks: ReviewChecks,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens the review of a rendered blueprint with its checks; an open review of an older version is closed as superseded. Safe to repeat.
   * Does nothing for a blueprint that has been superseded itself.
   */
  async open(blueprintId: string): Promise<void> {
    const [blueprint] = await this.source.query<Renderable[]>(
      `select b.order_id, b.state, o.promise_at from blueprints b join orders o on o.id = b.order_id where b.id = $1`,
      [blueprintId],
    );
    if (blueprint?.state !== 'rendered') return;
    if (await this.source.manager.existsBy(Review, { blueprintId })) return;
    const { results } = await this.checks.run({ orderId: blueprint.order_id, blueprintId });
    await this.source.transaction(async (manager) => {
      // Two workers with the same job take turns at the order's row.
      await manager.query('select 1 from orders where id = $1 for no key update', [blueprint.order_id]);
      if (await manager.existsBy(Review, { blueprintId })) return;
      const older = await manager.query<[{ id: string; state: string }[], number]>(
        `update reviews set state = 'superseded', claimed_by = null, claimed_at = null, claim_active_at = null
         where order_id = $1 and state in ('queued', 'claimed', 'held') returning id`,
        [blueprint.order_id],
      );
      const id = newId();
      const now = this.clock.now();
      await manager.insert(Review, {
        id,
        orderId: blueprint.order_id,
        blueprintId,
        ...RELEASED,
        checks: results,
        // The clock has started before anything is drafted; should it not have, the review is due at once.
        promiseAt: blueprint.promise_at ?? now,
        decidedBy: null,
        decidedAt: null,
        approvedSha256: null,
        reason: null,
        createdAt: now,
      });
      for (const { id: olderId } of older[0]) {
        await this.audit.record(manager, {
          staffId: null,
          action: 'review.superseded',
          subject: { kind: 'review', id: olderId },
          after: { state: 'superseded', by: id },
        });
      }
    });
  }
}
