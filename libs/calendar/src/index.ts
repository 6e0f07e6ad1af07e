export { CalendarJobs, refreshCalendar } from './calendar.jobs.js';
export { CalendarModule } from './calendar.module.js';
export { Calendars, type Refreshed } from './calendars.js';
