import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type BoundJob, handle } from '@app/jobs';
import { countOnTime, remindRechecks, startClockJob, watchPromises } from './order/order-job-definitions.js';
import { OnTimeRecord } from './on-time-record.js';
import { OrdersService } from './orders.service.js';
import { PromiseWatch } from './promise-watch.js';
import { Rechecks } from './recheck/rechecks.js';

@Injectable()
export class OrderJobs {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly orders: OrdersService,
    private readonly promises: PromiseWatch,
    private readonly rechecks: Rechecks,
    private readonly onTime: OnTimeRecord,
  ) {}

  boundJobs(): BoundJob[] {
    return [
      handle(startClockJob, ({ orderId }) =>
        this.source.transaction((manager) => this.orders.startClock(manager, orderId)),
      ),
      handle(countOnTime, () => this.onTime.count()),
      handle(remindRechecks, () => this.rechecks.remind()),
      handle(watchPromises, () => this.promises.tick()),
    ];
  }
}
