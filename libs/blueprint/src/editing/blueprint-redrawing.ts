import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AssessmentService } from '@app/assessment';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { BlueprintAssetsHolder } from '../blueprint-assets.holder.js';
import { SnapshotDrafting } from '../snapshot-drafting.js';
import { makeFiles } from '../make-files.js';
import type { SnapshotEdit, WantedPlaces } from '../snapshot/reviewers-part.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { BlueprintEditing } from './blueprint-editing.js';
import type { NextVersion } from './blueprint-revisions.js';
import { carryEdits } from './carry-edits.js';

/** What the next version is to be. */
export interface Redrawn {
  readonly wanted?: WantedPlaces | undefined;
  /** Changes of words that stay where they have a place. */
  readonly edits: readonly SnapshotEdit[];
}

/** Makes the next version of a draft from the answers anew, with the figures, facts and templates of today. */
@Injectable()
export class BlueprintRedrawing {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly assessments: AssessmentService,
    private readonly snapshots: SnapshotDrafting,
    private readonly editing: BlueprintEditing,
    private readonly assets: BlueprintAssetsHolder,
  ) {}

  /** Draws it; nothing is stored. The note stays as it was. @throws DomainError `order_not_found`, `assessment_not_found`; Error when a page does not fit. */
  async prepare(
    orderId: string,
    before: { readonly id: string; readonly snapshot: BlueprintSnapshot },
    { wanted, edits }: Redrawn,
  ): Promise<NextVersion> {
    const order = await this.orders.byId(orderId);
    if (!order) throw new DomainError('order_not_found', 'There is no such order to draft a blueprint for.');
    const drafted = await this.snapshots.snapshot(this.source.manager, {
      order,
      assessment: await this.assessments.completed(order.assessmentId),
      version: before.snapshot.order.version + 1,
      draftedAt: this.clock.now(),
      wanted,
    });
    const { note } = before.snapshot;
    const snapshot = await carryEdits({ ...drafted, ...(note && { note }) }, edits, this.editing);
    return { before: before.id, snapshot, files: await makeFiles(snapshot, this.assets.current) };
  }
}
