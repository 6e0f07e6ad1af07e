import { Module } from '@nestjs/common';
import { TasksModule } from '@app/tasks';
import { CalendarJobs } from './calendar.jobs.js';
import { CalendarWatch } from './calendar-watch.js';
import { Calendars } from './calendars.js';

/** Every app has it, so that all of them tell business days by the same calendar. */
@Module({
  imports: [TasksModule],
  providers: [CalendarJobs, Calendars, CalendarWatch],
  exports: [CalendarJobs, Calendars],
})
export class CalendarModule {}
