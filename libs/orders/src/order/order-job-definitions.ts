import { IsBoolean, IsInt, IsISO8601, IsOptional, IsString, IsUUID, MaxLength, Min } from 'class-validator';
import { defineJob, ScheduledTick } from '@app/jobs';

export class OrderPayload {
  @IsUUID()
  orderId: string;
}

/** Paid: send the contract confirmation. Handled by delivery. */
export const sendConfirmation = defineJob({
  name: 'order.send-confirmation',
  payload: OrderPayload,
  maxAttempts: 20,
});

/** The 14-day wait is over: start the clock. Handled here. */
export const startClockJob = defineJob({ name: 'order.start-clock', payload: OrderPayload, maxAttempts: 20 });

/** Nothing stands in the way of an order any more: send what was refused meanwhile. Handled by delivery. */
export const carryOn = defineJob({ name: 'order.carry-on', payload: OrderPayload, maxAttempts: 20 });

/** The clock has started: draft the blueprint. Handled by blueprint. */
export const draftBlueprint = defineJob({ name: 'blueprint.draft', payload: OrderPayload, maxAttempts: 10 });

/** Nobody paid in time: ask whether that is so, then let the order expire. Handled by payments. */
export const expireOrder = defineJob({ name: 'order.expire', payload: OrderPayload, maxAttempts: 20 });

/** Cancelled: close the pay page and give the money back. Handled by payments. */
export const settleCancellation = defineJob({
  name: 'order.settle-cancellation',
  payload: OrderPayload,
  maxAttempts: 25,
});

/** A paid order was cancelled: acknowledge it in writing (regulation 32 of the Consumer Contracts Regulations 2013). Handled by delivery. */
export const tellCancelled = defineJob({
  name: 'order.tell-cancelled',
  payload: OrderPayload,
  maxAttempts: 20,
});

export class PausePayload extends OrderPayload {
  /** Which pause: an order may be paused several times. */
  @IsUUID()
  pauseId: string;
}

export class PauseMessagePayload extends PausePayload {
  /** What the customer is asked. */
  @IsString()
  @MaxLength(2_000)
  message: string;
}

/** The clock stands still until the customer answers: ask them. Handled by delivery. */
export const tellPaused = defineJob({
  name: 'order.tell-paused',
  payload: PauseMessagePayload,
  maxAttempts: 20,
});

/** The clock runs on: say by when the blueprint comes now. Handled by delivery. */
export const tellResumed = defineJob({ name: 'order.tell-resumed', payload: PausePayload, maxAttempts: 20 });

/** The promise has moved by a pause: the queue must follow it. Handled by review. */
export const followPromise = defineJob({
  name: 'review.follow-promise',
  payload: OrderPayload,
  maxAttempts: 10,
});

/** The 14-day wait is over and work has started: say by when the blueprint comes. Handled by delivery. */
export const tellStarted = defineJob({ name: 'order.tell-started', payload: OrderPayload, maxAttempts: 20 });

/** The promised time is near and nothing is sent yet: say so. Handled by delivery. */
export const tellAtRisk = defineJob({ name: 'order.tell-at-risk', payload: OrderPayload, maxAttempts: 20 });

export class LatePayload extends OrderPayload {
  /** The time named now, ISO; absent when it is there by now, or no calendar reaches further. */
  @IsOptional()
  @IsISO8601()
  newTimeAt?: string;

  /** The time named before, ISO, which was missed as well. */
  @IsOptional()
  @IsISO8601()
  missedTimeAt?: string;

  /** What is paid back by itself with this, in pence; nothing the second time. */
  @IsInt()
  @Min(0)
  remedyPence: number;
}

/** A promised time was missed: apologise, name the new time, and say what is paid back. Handled by delivery. */
export const tellLate = defineJob({ name: 'order.tell-late', payload: LatePayload, maxAttempts: 20 });

export class CorrectionPayload extends OrderPayload {
  @IsUUID()
  correctionId: string;
}

/** A correction was asked for: acknowledge it, with the time of our answer. Handled by delivery. */
export const tellCorrectionAsked = defineJob({
  name: 'order.tell-correction-asked',
  payload: CorrectionPayload,
  maxAttempts: 20,
});

/** The time of a correction is near and it has not gone out: say so. Handled by delivery. */
export const tellCorrectionAtRisk = defineJob({
  name: 'order.tell-correction-at-risk',
  payload: CorrectionPayload,
  maxAttempts: 20,
});

export class CorrectionLatePayload extends CorrectionPayload {
  /** The time that was missed, ISO. */
  @IsISO8601()
  missedTimeAt: string;

  /** The time named now, ISO; absent when no calendar reaches further. */
  @IsOptional()
  @IsISO8601()
  newTimeAt?: string;
}

/** A correction did not come by its time: apologise and name the new one. Handled by delivery. */
export const tellCorrectionLate = defineJob({
  name: 'order.tell-correction-late',
  payload: CorrectionLatePayload,
  maxAttempts: 20,
});

export class RemedyPayload extends OrderPayload {
  @IsInt()
  @Min(1)
  amountPence: number;
}

/** An order is late: pay back what the terms say, once. Handled by payments. */
export const payRemedy = defineJob({ name: 'payment.pay-remedy', payload: RemedyPayload, maxAttempts: 25 });

/** Ninety days after a blueprint: remind its customer of the re-check. Handled by delivery. */
export const tellRecheck = defineJob({ name: 'order.tell-recheck', payload: OrderPayload, maxAttempts: 20 });

/** Looks for customers to be reminded of their re-check. Handled here, by a schedule. */
export const remindRechecks = defineJob({
  name: 'order.remind-rechecks',
  payload: ScheduledTick,
  maxAttempts: 3,
});

/** Counts the days in which orders were due. Handled here, by a schedule. */
export const countOnTime = defineJob({ name: 'order.count-on-time', payload: ScheduledTick, maxAttempts: 3 });

/** Looks for orders that are at risk, late, or paid and not started. Handled here, by a schedule. */
export const watchPromises = defineJob({
  name: 'order.watch-promises',
  payload: ScheduledTick,
  maxAttempts: 3,
});

export class RefundPayload extends OrderPayload {
  /** Which movement of money: each is told once. Absent in jobs of an earlier release, where the sum given back named it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  refundId?: string;

  /** What this refund gave back, or should have, in pence. */
  @IsInt()
  @Min(1)
  amountPence: number;

  /** What has been given back by now, in pence, this refund included. */
  @IsInt()
  @Min(0)
  totalPence: number;

  /** Paid back by other means than it came; absent, it was not. */
  @IsOptional()
  @IsBoolean()
  otherwise?: boolean;
}

/** Money is on its way back: say so. Handled by delivery. */
export const tellRefunded = defineJob({
  name: 'order.tell-refunded',
  payload: RefundPayload,
  maxAttempts: 20,
});

/** Money that was told of as on its way has come back to us: put it right. Handled by delivery. */
export const tellRefundFailed = defineJob({
  name: 'order.tell-refund-failed',
  payload: RefundPayload,
  maxAttempts: 20,
});
