import { IsUUID } from 'class-validator';
import { defineJob } from '@app/jobs';

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
