import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, DomainError, plusMonths, RETENTION } from '@app/kernel';
import { OrderForgetting } from '@app/orders';
import { OrderErasure } from '../erasure/order-erasure.js';
import { type Batch, batchOf } from './batches.js';

/** Answers and blueprints whose time is over; the record of the sale stays. */
@Injectable()
export class BlueprintRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrderForgetting,
    private readonly erasure: OrderErasure,
  ) {}

  /** Each in a transaction of its own. An order in dispute or correction waits for the next day. */
  async erase(after: string | null, limit: number): Promise<Batch> {
    const now = this.clock.now();
    const dates = {
      deliveredBy: plusMonths(now, -RETENTION.blueprintMonths),
      cancelledBy: plusMonths(now, -RETENTION.savedAssessmentMonths),
    };
    const due = await this.orders.dueForErasure(this.source.manager, dates, after, limit);
    let erased = 0;
    for (const id of due) if (await this.eraseOne(id)) erased += 1;
    return batchOf(
      erased,
      due.map((id) => ({ id })),
      limit,
    );
  }

  private async eraseOne(orderId: string): Promise<boolean> {
    try {
      await this.erasure.erase(orderId, 'time_over');
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'erasure_refused') return false;
      throw error;
    }
  }
}
