import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DeliveryOutbox } from '@app/delivery';
import { CLOCK, type Clock, plusDays, RETENTION } from '@app/kernel';

/** Between the warning and the end there are at least so many days, even if the warning went out late. */
const NOTICE_DAYS = 7;
/** A warning counts for the end it was about; the next end is a year on. */
const WARNING_COUNTS_DAYS = 2 * RETENTION.warningDays;

interface Ending {
  readonly id: string;
  readonly email: string;
  readonly expiresAt: Date;
}

/** Free assessments whose time is over, or nearly. Those that an order rests on go with the order. */
@Injectable()
export class AssessmentRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly outbox: DeliveryOutbox,
  ) {}

  /** Queues a warning to every owner of a finished assessment that ends soon. @returns how many. */
  async warn(limit: number): Promise<number> {
    const now = this.clock.now();
    return await this.source.transaction(async (manager) => {
      const ending = await manager.query<Ending[]>(
        `select a.id, a.email, a.expires_at as "expiresAt" from assessments a
         where a.completed_at is not null and a.email is not null and a.expires_at <= $1
           and not exists (select 1 from orders o where o.assessment_id = a.id)
           and not exists (select 1 from deliveries d where d.assessment_id = a.id and d.kind = 'notice' and d.created_at > $2)
         order by a.expires_at limit $3 for update skip locked`,
        [plusDays(now, RETENTION.warningDays), plusDays(now, -WARNING_COUNTS_DAYS), limit],
      );
      for (const { id, email, expiresAt } of ending) {
        const earliest = plusDays(now, NOTICE_DAYS);
        const endsAt = expiresAt < earliest ? earliest : expiresAt;
        if (endsAt !== expiresAt)
          await manager.query('update assessments set expires_at = $2 where id = $1', [id, endsAt]);
        await this.outbox.enqueueEmail(manager, {
          kind: 'notice',
          subjectKey: `assessment-ends:${id}:${endsAt.toISOString().slice(0, 10)}`,
          orderId: null,
          assessmentId: id,
          recipient: email,
          sendAfter: now,
        });
      }
      return ending.length;
    });
  }

  /** Deletes what is past its end, and its emails with it. Nobody with an address goes unwarned. @returns how many. */
  async deleteExpired(limit: number): Promise<number> {
    const now = this.clock.now();
    const deleted = await this.source.query<[unknown[], number]>(
      `delete from assessments where id in (
         select a.id from assessments a
         where a.expires_at <= $1
           and not exists (select 1 from orders o where o.assessment_id = a.id)
           and (a.completed_at is null or a.email is null or exists (
             select 1 from deliveries d where d.assessment_id = a.id and d.kind = 'notice' and d.created_at <= $2))
         order by a.expires_at limit $3 for update skip locked)`,
      [now, plusDays(now, -NOTICE_DAYS), limit],
    );
    return deleted[1];
  }
}
