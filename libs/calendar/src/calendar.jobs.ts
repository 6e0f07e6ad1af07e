import { Injectable } from '@nestjs/common';
import { type BoundJob, defineJob, handle, ScheduledTick } from '@app/jobs';
import { CalendarWatch } from './calendar-watch.js';

/** Asks the official feed of bank holidays. Three tries within a minute; then it is a task, and the next day comes. */
export const refreshCalendar = defineJob({
  name: 'calendar.refresh',
  payload: ScheduledTick,
  maxAttempts: 3,
});

@Injectable()
export class CalendarJobs {
  constructor(private readonly watch: CalendarWatch) {}

  boundJobs(): BoundJob[] {
    return [handle(refreshCalendar, () => this.watch.tick())];
  }
}
