import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import {
  type BusinessCalendar,
  calendarOf,
  CLOCK,
  type Clock,
  currentCalendar,
  inLondon,
  SHIPPED_CALENDAR,
  sha256,
  useCalendar,
} from '@app/kernel';
import { daysInFeed } from './bank-holiday-feed.js';
import { insertCalendar, newestCalendar } from './calendars.store.js';
import { extendedDays } from './extend-calendar.js';
import { fetchText } from './fetch-text.js';

/** How often a process looks for a newer calendar, in milliseconds. */
const LOOK_EVERY = 60_000;

/** What a refresh found. */
export interface Refreshed {
  readonly calendar: BusinessCalendar;
  readonly what: 'extended' | 'unchanged' | 'not configured';
}

/** The bank holidays by which every app of ours tells business days: what ships with the code, and what the official feed has added since. */
@Injectable()
export class Calendars {
  private readonly log = new Logger(Calendars.name);
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly environment: Environment,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.use();
    this.timer = setInterval(() => {
      this.looking = this.use().then(
        () => undefined,
        (error: unknown) => this.log.warn(`the calendar could not be read: ${String(error)}`),
      );
    }, LOOK_EVERY);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Has this process tell business days by the newest calendar there is. */
  async use(): Promise<BusinessCalendar> {
    const calendar = await this.newest();
    if (calendar.version !== currentCalendar().version) useCalendar(calendar);
    return calendar;
  }

  /**
   * Asks the feed, if one is configured, and stores what it adds as a new version. Safe to repeat.
   * @throws DomainError `calendar_feed_unavailable`, `calendar_feed_invalid`, `calendar_feed_shrunken`; the calendar stays as it is then.
   */
  async refresh(): Promise<Refreshed> {
    const url = this.environment.BANK_HOLIDAYS_URL;
    if (url === undefined) return { calendar: await this.use(), what: 'not configured' };
    const feed = daysInFeed(await fetchText(url));
    const now = this.clock.now();
    const today = inLondon(now).toISODate() ?? '';
    const days = extendedDays(await this.newest(), feed, today);
    if (days === null) return { calendar: await this.use(), what: 'unchanged' };
    const version = `england-and-wales-${today}-${sha256(Buffer.from(days.join())).slice(0, 8)}`;
    await this.source.transaction((manager) =>
      insertCalendar(manager, { version, days, source: url, fetchedAt: now }),
    );
    this.log.log(`the calendar of bank holidays is ${version} now`);
    return { calendar: await this.use(), what: 'extended' };
  }

  /** The newest stored one with everything that ships; what ships is the floor, also when the code is newer than the row. */
  private async newest(): Promise<BusinessCalendar> {
    const stored = await newestCalendar(this.source.manager);
    if (!stored) return SHIPPED_CALENDAR;
    const lacking = [...SHIPPED_CALENDAR.holidays].some((day) => !stored.days.includes(day));
    const days = [...new Set([...stored.days, ...SHIPPED_CALENDAR.holidays])].sort();
    return calendarOf(lacking ? `${stored.version}+${SHIPPED_CALENDAR.version}` : stored.version, days);
  }
}
