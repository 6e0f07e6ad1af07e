import { IsHash, IsUUID } from 'class-validator';
import { defineJob, ScheduledTick } from '@app/jobs';

export class SendBlueprintPayload {
  @IsUUID()
  orderId: string;

  @IsUUID()
  blueprintId: string;

  /** The approved file. */
  @IsHash('sha256')
  sha256: string;
}

/** Enqueued in the transaction of an approval; delivery owes the email from then on. */
export const sendBlueprint = defineJob({
  name: 'delivery.send-blueprint',
  payload: SendBlueprintPayload,
  maxAttempts: 12,
});

/** Counts what was decided for the figures of the desk. */
export const countReviewFigures = defineJob({
  name: 'review.count-figures',
  payload: ScheduledTick,
  maxAttempts: 3,
});

/** Gives back what was claimed and left alone. */
export const releaseStaleClaims = defineJob({
  name: 'review.release-stale',
  payload: ScheduledTick,
  maxAttempts: 3,
});
