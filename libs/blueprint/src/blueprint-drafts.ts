import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AssessmentService } from '@app/assessment';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError, newId } from '@app/kernel';
import { Corrections, type Order, OrdersService, takeTurnAtOrder } from '@app/orders';
import type { Blueprint } from './blueprint.entity.js';
import { renderBlueprintJob } from './blueprint-job-definitions.js';
import { blueprintsOf, insertBlueprint, moveBlueprint } from './blueprint.store.js';
import { SnapshotDrafting } from './snapshot-drafting.js';
import { BlueprintEditing } from './editing/blueprint-editing.js';
import { carryEdits } from './editing/carry-edits.js';
import { ReviewVerdicts } from './review-verdicts.js';

/** Writes drafts: an order's answers and the figures of the day, frozen as a snapshot. */
@Injectable()
export class BlueprintDrafts {
  private readonly log = new Logger(BlueprintDrafts.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly assessments: AssessmentService,
    private readonly snapshots: SnapshotDrafting,
    private readonly editing: BlueprintEditing,
    private readonly verdicts: ReviewVerdicts,
    private readonly corrections: Corrections,
  ) {}

  /**
   * Makes the first draft, or the next one after a reviewer returned the last, or when a correction was taken up; what reviewers chose and wrote
   * in the last one stays, so far as it has a place in the next. Safe to repeat: while a draft waits to be rendered or a file waits for its
   * decision, nothing is made.
   */
  async draft(orderId: string): Promise<void> {
    const known = await this.orders.byId(orderId);
    if (!known) throw new DomainError('order_not_found', 'There is no such order to draft a blueprint for.');
    // Cancelled or refunded while the job waited: no work is owed.
    if (known.state !== 'paid') return;
    const assessment = await this.assessments.completed(known.assessmentId);
    await this.source.transaction(async (manager) => {
      // Two workers with the same job take turns at the order's row.
      const order = await takeTurnAtOrder(manager, orderId);
      // Or cancelled, and its answers erased, since we looked.
      if (order?.state !== 'paid' || order.erasedAt) return;
      const [last] = await blueprintsOf(manager, orderId);
      const correctionId = await this.corrections.redrafting(manager, orderId);
      if (last && !(await this.isDue(manager, last, correctionId))) return;
      const version = (last?.version ?? 0) + 1;
      const draftedAt = this.clock.now();
      const { choice, edits = [] } = last?.snapshot ?? {};
      const drafted = await this.snapshots.snapshot(manager, {
        order,
        assessment,
        version,
        draftedAt,
        wanted: choice,
      });
      if (last) await this.supersede(manager, last, draftedAt);
      await this.store(manager, order, {
        correctionId,
        snapshot: await carryEdits(drafted, edits, this.editing),
        draftedAt,
      });
    });
  }

  private async store(
    manager: EntityManager,
    order: Order,
    draft: Pick<Blueprint, 'correctionId' | 'snapshot' | 'draftedAt'>,
  ): Promise<void> {
    const id = newId<'Blueprint'>();
    await insertBlueprint(manager, { id, orderId: order.id, ...draft });
    await enqueue(manager, renderBlueprintJob, { blueprintId: id }, { key: `render:${id}` });
    this.log.log(
      `drafted blueprint ${id}, version ${draft.snapshot.order.version} of order ${order.reference}`,
    );
  }

  private async supersede(manager: EntityManager, last: Blueprint, at: Date): Promise<void> {
    if (last.state === 'superseded') return;
    const moved = await moveBlueprint(manager, last, 'supersede', { supersededAt: at });
    // Nobody else supersedes while we have the order's turn; should it happen, the job is tried again.
    if (moved !== 'moved') throw new Error(`Blueprint ${last.id} was not superseded: ${moved.refused}.`);
  }

  /** Whether a version must follow this one, the newest of its order. */
  private async isDue(
    manager: EntityManager,
    { id, state, correctionId }: Blueprint,
    wanted: string | null,
  ): Promise<boolean> {
    if (state === 'superseded') return true;
    // What was delivered is made again for a correction, once for each.
    if (state === 'rendered' && wanted !== null && wanted !== correctionId) return true;
    if (state === 'rendered') return await this.verdicts.isReturned(manager, id);
    // Its rendering may have failed for good: asking for a draft again starts it anew.
    await enqueue(manager, renderBlueprintJob, { blueprintId: id }, { key: `render:${id}` });
    return false;
  }
}
