import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AssessmentForgetting, type EndingAssessment } from '@app/assessment';
import { DeliveryForgetting, DeliveryOutbox } from '@app/delivery';
import { CLOCK, type Clock, plusDays, RETENTION } from '@app/kernel';
import { OrderForgetting } from '@app/orders';
import { type Batch, batchOf } from './batches.js';

/** Between the warning and the end there are at least so many days, even if the warning went out late. */
const NOTICE_DAYS = 7;
/** A warning counts for the end it was about; the next end is a year on. */
const WARNING_COUNTS_DAYS = 2 * RETENTION.warningDays;

/** An assessment that no order rests on, and when its owner was warned of its end. */
interface FreeAssessment extends EndingAssessment {
  readonly warned: readonly Date[];
}

/** Free assessments whose time is over, or nearly. Those that an order rests on go with the order. */
@Injectable()
export class AssessmentRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly assessments: AssessmentForgetting,
    private readonly orders: OrderForgetting,
    private readonly deliveries: DeliveryForgetting,
    private readonly outbox: DeliveryOutbox,
  ) {}

  /** Queues a warning to every owner of a finished assessment that ends soon. */
  async warn(after: string | null, limit: number): Promise<Batch> {
    const now = this.clock.now();
    return await this.source.transaction(async (manager) => {
      const by = plusDays(now, RETENTION.warningDays);
      const ending = await this.assessments.ending(manager, by, after, limit);
      const counts = plusDays(now, -WARNING_COUNTS_DAYS);
      const due = (await this.free(manager, ending)).filter(
        ({ warn, warned }) => warn !== null && !warned.some((at) => at > counts),
      );
      for (const assessment of due) await this.warnOne(manager, assessment, now);
      return batchOf(due.length, ending, limit);
    });
  }

  /** Deletes what is past its end, and its emails with it. Nobody with an address goes unwarned. */
  async deleteExpired(after: string | null, limit: number): Promise<Batch> {
    const now = this.clock.now();
    return await this.source.transaction(async (manager) => {
      const ending = await this.assessments.ending(manager, now, after, limit);
      const inTime = plusDays(now, -NOTICE_DAYS);
      const over = (await this.free(manager, ending)).filter(
        ({ warn, warned }) => warn === null || warned.some((at) => at <= inTime),
      );
      await this.assessments.remove(
        manager,
        over.map(({ id }) => id),
      );
      return batchOf(over.length, ending, limit);
    });
  }

  private async free(manager: EntityManager, ending: readonly EndingAssessment[]): Promise<FreeAssessment[]> {
    if (ending.length === 0) return [];
    const ids = ending.map(({ id }) => id);
    const ordered = await this.orders.withOrders(manager, ids);
    await this.assessments.keepForOrders(manager, [...ordered]);
    const notices = await this.deliveries.endNotices(manager, ids);
    return ending
      .filter(({ id }) => !ordered.has(id))
      .map((assessment) => ({
        ...assessment,
        warned: notices
          .filter(({ assessmentId }) => assessmentId === assessment.id)
          .map(({ createdAt }) => createdAt),
      }));
  }

  private async warnOne(
    manager: EntityManager,
    { id, warn, expiresAt }: EndingAssessment,
    now: Date,
  ): Promise<void> {
    if (warn === null) return;
    const earliest = plusDays(now, NOTICE_DAYS);
    const endsAt = expiresAt < earliest ? earliest : expiresAt;
    if (endsAt !== expiresAt) await this.assessments.endAt(manager, id, endsAt);
    await this.outbox.enqueueEmail(manager, {
      kind: 'notice',
      subjectKey: `assessment-ends:${id}:${endsAt.toISOString().slice(0, 10)}`,
      orderId: null,
      assessmentId: id,
      recipient: warn,
      sendAfter: now,
    });
  }
}
