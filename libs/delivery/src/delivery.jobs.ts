import { Injectable } from '@nestjs/common';
import { type BoundJob, defineJob, handle, ScheduledTick } from '@app/jobs';
import {
  carryOn,
  sendConfirmation,
  tellAtRisk,
  tellCancelled,
  tellCorrectionAsked,
  tellCorrectionAtRisk,
  tellCorrectionLate,
  tellLate,
  tellPaused,
  tellRefundFailed,
  tellRecheck,
  tellRefunded,
  tellResumed,
  tellStarted,
} from '@app/orders';
import { sendBlueprint } from '@app/review';
import { Bounces } from './bounces/bounces.js';
import { DeliveredFiles } from './delivered-files.js';
import { attemptDelivery } from './delivery-outbox.js';
import { DeliveryService } from './delivery.service.js';
import { OrderNotices } from './order-notices.js';

export const sweepDeliveries = defineJob({ name: 'delivery.sweep', payload: ScheduledTick, maxAttempts: 3 });

/** Reads what mail servers report about emails that they had taken. */
export const readBounces = defineJob({
  name: 'delivery.read-bounces',
  payload: ScheduledTick,
  maxAttempts: 3,
});

/** Moves the files of delivered blueprints into the bucket, if there is one. */
export const moveDeliveredFiles = defineJob({
  name: 'delivery.move-files',
  payload: ScheduledTick,
  maxAttempts: 3,
});

@Injectable()
export class DeliveryJobs {
  constructor(
    private readonly deliveries: DeliveryService,
    private readonly notices: OrderNotices,
    private readonly bounces: Bounces,
    private readonly files: DeliveredFiles,
  ) {}

  boundJobs(): BoundJob[] {
    return [
      handle(sendConfirmation, ({ orderId }) => this.deliveries.enqueueConfirmation(orderId)),
      handle(sendBlueprint, ({ orderId, blueprintId, sha256 }) =>
        this.deliveries.enqueueBlueprint(orderId, blueprintId, sha256),
      ),
      handle(carryOn, ({ orderId }) => this.deliveries.carryOn(orderId)),
      handle(tellCorrectionAsked, (correction) => this.notices.enqueueCorrectionAsked(correction)),
      handle(tellCorrectionAtRisk, (correction) => this.notices.enqueueCorrectionAtRisk(correction)),
      handle(tellCorrectionLate, (correction) => this.notices.enqueueCorrectionLate(correction)),
      handle(tellCancelled, ({ orderId }) => this.notices.enqueueCancelled(orderId)),
      handle(tellRefunded, (refund) => this.notices.enqueueRefunded(refund)),
      handle(tellRefundFailed, (refund) => this.notices.enqueueRefundFailed(refund)),
      handle(tellPaused, (pause) => this.notices.enqueuePaused(pause)),
      handle(tellResumed, (pause) => this.notices.enqueueResumed(pause)),
      handle(tellStarted, ({ orderId }) => this.notices.enqueueStarted(orderId)),
      handle(tellAtRisk, ({ orderId }) => this.notices.enqueueAtRisk(orderId)),
      handle(tellLate, (late) => this.notices.enqueueLate(late)),
      handle(tellRecheck, ({ orderId }) => this.notices.enqueueRecheck(orderId)),
      handle(attemptDelivery, ({ deliveryId }, { lastAttempt }) =>
        this.deliveries.attempt(deliveryId, lastAttempt),
      ),
      handle(sweepDeliveries, () => this.deliveries.sweep()),
      handle(readBounces, () => this.bounces.read()),
      handle(moveDeliveredFiles, async (_payload, { signal }) => {
        await this.files.moveOut(signal);
      }),
    ];
  }
}
