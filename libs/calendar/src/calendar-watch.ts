import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type BusinessCalendar, CLOCK, type Clock } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { Calendars } from './calendars.js';

/** How long before the table of bank holidays ends somebody is asked to see to it; days. */
export const ALARM_DAYS = 180;
const DAY_MS = 86_400_000;
const TASK = { kind: 'calendar_ends', subject: 'bank-holidays' } as const;

/** Keeps the calendar in date, and raises the alarm in good time when it is not. */
@Injectable()
export class CalendarWatch {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly tasks: StaffTasks,
  ) {}

  /** The alarm does not depend on the feed. @throws as {@link Calendars.refresh}, so that the schedule is seen to fail. */
  async tick(): Promise<void> {
    await this.alarm(await this.calendars.use());
    await this.alarm((await this.calendars.refresh()).calendar);
  }

  private async alarm({ lastYear }: BusinessCalendar): Promise<void> {
    const days = Math.floor((Date.UTC(lastYear + 1, 0, 1) - this.clock.now().getTime()) / DAY_MS);
    await this.source.transaction(async (manager) => {
      if (days >= ALARM_DAYS)
        return await this.tasks.closeFor(manager, TASK, null, 'Closed by itself: it reaches further now.');
      await this.tasks.raise(manager, {
        ...TASK,
        summary: `The table of bank holidays ends with ${lastYear}${days < 0 ? '. No order can be promised a time' : `, in ${days} days. After that no order can be promised a time`}.`,
      });
    });
  }
}
