import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { BlueprintForgetting } from '@app/blueprint';
import { CLOCK, type Clock, orderRecordsEndBefore, plusDays, RETENTION } from '@app/kernel';
import { OrderForgetting } from '@app/orders';
import { PaymentForgetting } from '@app/payments';
import { type Batch, batchOf } from './batches.js';
import { OrderRemoval } from './order-removal.js';

/** Orders whose record need not be kept any more. */
@Injectable()
export class OrderRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrderForgetting,
    private readonly payments: PaymentForgetting,
    private readonly blueprints: BlueprintForgetting,
    private readonly removal: OrderRemoval,
  ) {}

  /** Orders that ended without any money. */
  async removeUnpaid(after: string | null, limit: number): Promise<Batch> {
    const before = plusDays(this.clock.now(), -RETENTION.unpaidOrderDays);
    return await this.source.transaction(async (manager) => {
      const ended = await this.orders.endedUnpaid(manager, before, after, limit);
      const paid = await this.payments.lastPayments(manager, ended);
      const gone = ended.filter((id) => !paid.has(id));
      await this.removal.remove(manager, gone);
      return batchOf(
        gone.length,
        ended.map((id) => ({ id })),
        limit,
      );
    });
  }

  /** Orders for which money moved, last before tax law stops asking. */
  async removeOutOfTime(after: string | null, limit: number): Promise<Batch> {
    const before = orderRecordsEndBefore(this.clock.now());
    return await this.source.transaction(async (manager) => {
      const quiet = await this.orders.quietSince(manager, before, after, limit);
      const paid = await this.payments.lastPayments(
        manager,
        quiet.map(({ id }) => id),
      );
      const gone = quiet
        .filter(({ id, movedAt }) => {
          const paidAt = paid.get(id);
          return paidAt === undefined ? movedAt !== null : paidAt < before;
        })
        .map(({ id }) => id);
      // What is erased tomorrow goes the day after.
      const outside = await this.blueprints.keptOutside(manager, gone);
      await this.removal.remove(
        manager,
        gone.filter((id) => !outside.has(id)),
      );
      return batchOf(gone.length - outside.size, quiet, limit);
    });
  }
}
