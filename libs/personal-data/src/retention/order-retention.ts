import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, orderRecordsEndBefore, plusDays, RETENTION } from '@app/kernel';
import { removeOrders } from './order-removal.js';

/** Orders whose record need not be kept any more. */
@Injectable()
export class OrderRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Orders that ended without any money. @returns how many. */
  async removeUnpaid(limit: number): Promise<number> {
    return await this.remove(
      `o.state in ('expired', 'cancelled') and o.paid_at is null and coalesce(o.cancelled_at, o.expired_at) <= $1
         and not exists (select 1 from payments p where p.order_id = o.id)`,
      plusDays(this.clock.now(), -RETENTION.unpaidOrderDays),
      limit,
    );
  }

  /** Orders for which money moved, last before tax law stops asking. @returns how many. */
  async removeOutOfTime(limit: number): Promise<number> {
    return await this.remove(
      `greatest(o.paid_at, o.refunded_at, o.disputed_at, (select max(p.received_at) from payments p where p.order_id = o.id)) < $1`,
      orderRecordsEndBefore(this.clock.now()),
      limit,
    );
  }

  private async remove(condition: string, before: Date, limit: number): Promise<number> {
    return await this.source.transaction(async (manager) => {
      const due = await manager.query<{ id: string }[]>(
        `select o.id from orders o where ${condition} order by o.id limit $2 for update skip locked`,
        [before, limit],
      );
      if (due.length > 0)
        await removeOrders(
          manager,
          due.map(({ id }) => id),
        );
      return due.length;
    });
  }
}
