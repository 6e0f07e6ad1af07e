import { Matches } from 'class-validator';
import { defineJob, ScheduledTick } from '@app/jobs';

export class EventPayload {
  @Matches(/^evt_\w+$/)
  eventId: string;
}

/** One stored Stripe event. Retries last for hours: Stripe or the database may be down. */
export const handleEvent = defineJob({
  name: 'payment.handle-event',
  payload: EventPayload,
  maxAttempts: 25,
});

/** Compares Stripe's list with ours and repairs both ways. */
export const reconcilePayments = defineJob({
  name: 'payment.reconcile',
  payload: ScheduledTick,
  maxAttempts: 3,
});
