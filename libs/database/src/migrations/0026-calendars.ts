import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Bank holidays as the official feed has added to them: versions that are only ever added, and none with fewer days than the one before. */
export class Calendars1795500000026 implements MigrationInterface {
  readonly name = 'Calendars1795500000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table bank_holiday_calendars (
        number bigint generated always as identity primary key,
        version text not null unique,
        days text[] not null check (cardinality(days) > 0),
        source text not null,
        fetched_at timestamptz not null
      );
      create function calendars_only_grow() returns trigger language plpgsql as $$ begin
          if tg_op <> 'INSERT' then
            raise exception 'a calendar of bank holidays stays as it is' using errcode = 'check_violation';
          end if;
          -- One after another, so that none misses what the one before it added.
          lock table bank_holiday_calendars in share row exclusive mode;
          if not new.days @> coalesce((select days from bank_holiday_calendars order by number desc limit 1), '{}') then
            raise exception 'a calendar of bank holidays never loses a day' using errcode = 'check_violation';
          end if;
          return new;
        end $$;
      create trigger bank_holiday_calendars_grow before insert or update or delete on bank_holiday_calendars
        for each row execute function calendars_only_grow();
    `);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}
