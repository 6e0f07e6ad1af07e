import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, Not } from 'typeorm';
import { AssessmentService } from '@app/assessment';
import { Environment } from '@app/config';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError, newId, newReference } from '@app/kernel';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { type Order, OrdersService } from '@app/orders';
import { Blueprint } from './blueprint.entity.js';
import { BlueprintAssetsHolder } from './blueprint-assets.holder.js';
import { renderBlueprintJob } from './blueprint-job-definitions.js';
import { gatherInputs } from './gather-inputs.js';
import { buildSnapshot } from './snapshot/build-snapshot.js';

/** Characters of a check code: 60 bits, so that it cannot be guessed for a known reference. */
const CHECK_CODE = 12;

/** Writes drafts: an order's answers and the figures of the day, frozen as a snapshot. */
@Injectable()
export class BlueprintDrafts {
  private readonly log = new Logger(BlueprintDrafts.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly orders: OrdersService,
    private readonly assessments: AssessmentService,
    private readonly catalogue: Catalogue,
    private readonly market: LabourMarket,
    private readonly assets: BlueprintAssetsHolder,
  ) {}

  /**
   * Makes the first draft, or the next one after a reviewer returned the last. Safe to repeat: while a draft waits to be rendered or a
   * file waits for its decision, nothing is made.
   */
  async draft(orderId: string): Promise<void> {
    const order = await this.orders.byId(orderId);
    if (!order) throw new DomainError('order_not_found', 'There is no such order to draft a blueprint for.');
    // Cancelled or refunded while the job waited: no work is owed.
    if (order.state !== 'paid') return;
    const assessment = await this.assessments.completed(order.assessmentId);
    await this.source.transaction(async (manager) => {
      // Two workers with the same job take turns at the order's row.
      await manager.query('select 1 from orders where id = $1 for no key update', [orderId]);
      const version = await this.nextVersion(manager, orderId);
      if (version === null) return;
      const draftedAt = this.clock.now();
      const checkCode = newReference('', CHECK_CODE);
      const inputs = gatherInputs(
        {
          brand: {
            name: this.environment.BRAND_NAME,
            siteUrl: this.environment.SITE_URL,
            supportEmail: this.environment.SUPPORT_EMAIL,
          },
          order: { reference: order.reference, checkCode, version },
          customerName: order.customerName,
          draftedAt,
          templateVersion: this.assets.current.version,
          assessment,
        },
        this.catalogue,
        this.market,
      );
      await this.store(manager, order, buildSnapshot(inputs, this.assets.current), draftedAt);
    });
  }

  private async store(
    manager: EntityManager,
    order: Order,
    snapshot: Blueprint['snapshot'],
    draftedAt: Date,
  ): Promise<void> {
    const id = newId<'Blueprint'>();
    await manager.update(
      Blueprint,
      { orderId: order.id, state: Not('superseded') },
      { state: 'superseded', supersededAt: draftedAt },
    );
    await manager.insert(Blueprint, {
      id,
      orderId: order.id,
      version: snapshot.order.version,
      state: 'drafted',
      // The column is JSON; TypeORM's deep partial type does not see through readonly tuples.
      snapshot: snapshot as never,
      templateVersion: snapshot.versions.template,
      catalogueVersion: snapshot.versions.catalogue,
      modelVersion: snapshot.versions.model,
      checkCode: snapshot.order.checkCode,
      pdf: null,
      pdfSha256: null,
      pdfPages: null,
      calendarFile: null,
      draftedAt,
      renderedAt: null,
      supersededAt: null,
      erasedAt: null,
    });
    await enqueue(manager, renderBlueprintJob, { blueprintId: id }, { key: `render:${id}` });
    this.log.log(`drafted blueprint ${id}, version ${snapshot.order.version} of order ${order.reference}`);
  }

  /** The number of the draft that is owed, or null when none is. */
  private async nextVersion(manager: EntityManager, orderId: string): Promise<number | null> {
    const current = await manager.findOne(Blueprint, { where: { orderId, state: Not('superseded') } });
    if (!current) {
      const last = await manager.findOne(Blueprint, { where: { orderId }, order: { version: 'DESC' } });
      return (last?.version ?? 0) + 1;
    }
    if (current.state === 'drafted') {
      // Its rendering may have failed for good: asking for a draft again starts it anew.
      await enqueue(
        manager,
        renderBlueprintJob,
        { blueprintId: current.id },
        { key: `render:${current.id}` },
      );
      return null;
    }
    const [returned] = await manager.query<unknown[]>(
      `select 1 from reviews where blueprint_id = $1 and state = 'returned'`,
      [current.id],
    );
    return returned ? current.version + 1 : null;
  }
}
