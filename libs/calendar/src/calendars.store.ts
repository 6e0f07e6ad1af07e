import type { EntityManager } from 'typeorm';

/** A calendar as it is stored. Rows are only ever added. */
export interface StoredCalendar {
  readonly version: string;
  /** London calendar days (ISO), oldest first. */
  readonly days: readonly string[];
  /** Where they came from. */
  readonly source: string;
  readonly fetchedAt: Date;
}

/** The newest; null while none was ever fetched. */
export async function newestCalendar(manager: EntityManager): Promise<StoredCalendar | null> {
  const [row] = await manager.query<StoredCalendar[]>(
    `select version, days, source, fetched_at as "fetchedAt" from bank_holiday_calendars order by number desc limit 1`,
  );
  return row ?? null;
}

/** @returns false when the version is there already. */
export async function insertCalendar(manager: EntityManager, calendar: StoredCalendar): Promise<boolean> {
  const rows = await manager.query<object[]>(
    `insert into bank_holiday_calendars (version, days, source, fetched_at) values ($1, $2, $3, $4)
     on conflict (version) do nothing returning version`,
    [calendar.version, calendar.days, calendar.source, calendar.fetchedAt],
  );
  return rows.length > 0;
}
