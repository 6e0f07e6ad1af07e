import { Injectable } from '@nestjs/common';
import { type BoundJob, defineJob, handle, ScheduledTick } from '@app/jobs';
import { eraseOrder } from './erasure/erase-order.job.js';
import { OrderErasure } from './erasure/order-erasure.js';
import { RetentionRun } from './retention/retention-run.js';

/** Erases what has been kept long enough, and warns before. */
export const eraseOutOfTime = defineJob({
  name: 'personal-data.erase-out-of-time',
  payload: ScheduledTick,
  maxAttempts: 3,
});

@Injectable()
export class PersonalDataJobs {
  constructor(
    private readonly retention: RetentionRun,
    private readonly orders: OrderErasure,
  ) {}

  boundJobs(): BoundJob[] {
    return [
      handle(eraseOutOfTime, async (_payload, { signal }) => {
        await this.retention.run(signal);
      }),
      handle(eraseOrder, ({ orderId }) => this.orders.erase(orderId, 'asked')),
    ];
  }
}
