import { IsUUID } from 'class-validator';
import { defineJob } from '@app/jobs';

export class BlueprintPayload {
  @IsUUID()
  blueprintId: string;
}

/** Drafted: make the file. Handled here. */
export const renderBlueprintJob = defineJob({
  name: 'blueprint.render',
  payload: BlueprintPayload,
  maxAttempts: 5,
});

/** Rendered: put it before a reviewer. Handled by review. */
export const openReview = defineJob({ name: 'review.open', payload: BlueprintPayload, maxAttempts: 20 });
