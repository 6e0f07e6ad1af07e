import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError, plusMonths, RETENTION } from '@app/kernel';
import { OrderErasure } from '../erasure/order-erasure.js';

/** Answers and blueprints whose time is over; the record of the sale stays. */
@Injectable()
export class BlueprintRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly erasure: OrderErasure,
  ) {}

  /**
   * @param after the last order of the batch before; '' to begin.
   * @returns the erased, and where the next batch begins; null when there is none. An order in dispute or correction waits for the next day.
   */
  async eraseBatch(limit: number, after: string): Promise<{ erased: number; next: string | null }> {
    const now = this.clock.now();
    const due = await this.source.query<{ id: string }[]>(
      `select id from orders
       where erased_at is null and id::text > $3
         and (delivered_at <= $1 or (delivered_at is null and state = 'cancelled' and paid_at is not null and cancelled_at <= $2))
       order by id::text limit $4`,
      [
        plusMonths(now, -RETENTION.blueprintMonths),
        plusMonths(now, -RETENTION.savedAssessmentMonths),
        after,
        limit,
      ],
    );
    let erased = 0;
    for (const { id } of due) if (await this.erase(id)) erased += 1;
    return { erased, next: due.length < limit ? null : (due.at(-1)?.id ?? null) };
  }

  private async erase(orderId: string): Promise<boolean> {
    try {
      await this.erasure.erase(orderId, 'time_over');
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'erasure_refused') return false;
      throw error;
    }
  }
}
