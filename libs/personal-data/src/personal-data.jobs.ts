import { Injectable } from '@nestjs/common';
import { type BoundJob, defineJob, handle, ScheduledTick } from '@app/jobs';
import { RetentionRun } from './retention/retention-run.js';

/** Erases what has been kept long enough, and warns before. */
export const eraseOutOfTime = defineJob({
  name: 'personal-data.erase-out-of-time',
  payload: ScheduledTick,
  maxAttempts: 3,
});

@Injectable()
export class PersonalDataJobs {
  constructor(private readonly retention: RetentionRun) {}

  boundJobs(): BoundJob[] {
    return [
      handle(eraseOutOfTime, async (_payload, { signal }) => {
        await this.retention.run(signal);
      }),
    ];
  }
}
