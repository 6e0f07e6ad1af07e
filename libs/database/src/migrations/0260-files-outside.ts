import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The bytes of a delivered file may be kept outside, in a bucket. `pdf_outside_since` says that a copy may be there: it is set before the first
 * copy is made, only for a file that was delivered, and while it is set the row neither goes nor counts as erased. Between table and bucket the
 * bytes go as they are: what comes back is hashed, and what was never outside does not leave. Only bytes in the table are approved.
 */
export class FilesOutside1795500000260 implements MigrationInterface {
  readonly name = 'FilesOutside1795500000260';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table blueprints add pdf_outside_since timestamptz, add pdf_bytes integer,
        drop constraint blueprints_file_with_hash,
        drop constraint blueprints_rendered_with_file,
        add constraint blueprints_file_with_hash
          check ((pdf is null) = (pdf_sha256 is null) or erased_at is not null or (pdf is null and pdf_outside_since is not null)),
        add constraint blueprints_rendered_with_file
          check (state <> 'rendered' or pdf is not null or erased_at is not null or pdf_outside_since is not null),
        add constraint blueprints_outside_known check ((pdf_outside_since is null) = (pdf_bytes is null)
          and (pdf_outside_since is null or pdf_sha256 is not null)),
        -- Whoever erases has seen the copy gone first.
        add constraint blueprints_outside_till_erased check (erased_at is null or pdf_outside_since is null);
      create index blueprints_outside on blueprints (order_id) where pdf_outside_since is not null;
      create index blueprints_in_table on blueprints (id) where pdf is not null;

      create function blueprint_outside_stays() returns trigger language plpgsql as $$ begin
          if old.pdf_outside_since is not null and new.pdf_outside_since is null and new.pdf is null and new.erased_at is null then
            raise exception 'the file of blueprint % is outside, and nowhere else', new.id using errcode = 'restrict_violation';
          end if;
          if new.pdf_outside_since <> old.pdf_outside_since then
            raise exception 'since when blueprint % is outside stays', new.id using errcode = 'restrict_violation';
          end if;
          new.pdf_bytes := case when new.pdf_outside_since is null then null
            when old.pdf_outside_since is null then octet_length(new.pdf) else old.pdf_bytes end;
          return new;
        end $$;
      create trigger blueprints_outside_stays before update of pdf, pdf_outside_since, pdf_bytes, erased_at on blueprints
        for each row when (old.pdf_outside_since is not null or new.pdf_outside_since is not null or new.pdf_bytes is not null)
        execute function blueprint_outside_stays();

      create function blueprint_outside_delivered() returns trigger language plpgsql as $$ begin
          if not exists (select 1 from deliveries where blueprint_id = new.id and kind = 'blueprint'
              and state = 'accepted' and approved_sha256 = new.pdf_sha256) then
            raise exception 'blueprint % was not delivered, so it is not kept outside', new.id using errcode = 'restrict_violation';
          end if;
          return new;
        end $$;
      create trigger blueprints_outside_delivered before update of pdf_outside_since on blueprints
        for each row when (old.pdf_outside_since is null and new.pdf_outside_since is not null)
        execute function blueprint_outside_delivered();

      create function blueprint_begins_in_the_table() returns trigger language plpgsql as $$ begin
          raise exception 'blueprint % was not delivered, so it is not kept outside', new.id using errcode = 'restrict_violation';
        end $$;
      create trigger blueprints_outside_from_the_table before insert on blueprints
        for each row when (new.pdf_outside_since is not null or new.pdf_bytes is not null) execute function blueprint_begins_in_the_table();
      create function blueprint_goes_after_its_copy() returns trigger language plpgsql as $$ begin
          raise exception 'blueprint % is kept outside as well: it goes from there first', old.id using errcode = 'restrict_violation';
        end $$;
      create trigger blueprints_outside_goes_first before delete on blueprints
        for each row when (old.pdf_outside_since is not null) execute function blueprint_goes_after_its_copy();
    `);
    await runner.query(FILES);
    await runner.query(REVIEWS);
  }

  /** Files would be lost that are nowhere but outside, so there is no way back; bring them back and restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}

/** As in 0080, but that bytes leave the table and come back while a copy may be outside. */
const FILES = `
  create or replace function blueprint_files_stay() returns trigger language plpgsql as $$ begin
      if new.pdf is not null and new.pdf_sha256 is distinct from encode(sha256(new.pdf), 'hex') then
        raise exception 'the file of blueprint % is not the one its hash names', new.id using errcode = 'check_violation';
      end if;
      if new.calendar_file is not null then
        new.calendar_sha256 := coalesce(new.calendar_sha256, encode(sha256(convert_to(new.calendar_file, 'UTF8')), 'hex'));
        if new.calendar_sha256 <> encode(sha256(convert_to(new.calendar_file, 'UTF8')), 'hex') then
          raise exception 'the calendar of blueprint % is not the one its hash names', new.id using errcode = 'check_violation';
        end if;
      end if;
      if tg_op = 'INSERT' then return new; end if;
      if (new.id, new.order_id, new.version, new.check_code) is distinct from (old.id, old.order_id, old.version, old.check_code) then
        raise exception 'blueprint % stays what it is of which order', old.id using errcode = 'restrict_violation';
      end if;
      if old.state <> new.state and (old.state, new.state) not in
          (('drafted', 'rendered'), ('drafted', 'superseded'), ('rendered', 'superseded')) then
        raise exception 'a blueprint does not go from % back to %', old.state, new.state using errcode = 'restrict_violation';
      end if;
      if old.erased_at is not null and new.erased_at is distinct from old.erased_at then
        raise exception 'blueprint % is erased', old.id using errcode = 'restrict_violation';
      end if;
      if old.pdf_sha256 is null then return new; end if;
      if (new.pdf_sha256, new.pdf_pages, new.calendar_sha256, new.accessible_sha256, new.large_print_sha256, new.rendered_at)
          is distinct from (old.pdf_sha256, old.pdf_pages, old.calendar_sha256, old.accessible_sha256, old.large_print_sha256, old.rendered_at)
        or (new.erased_at is null and (new.calendar_file, new.snapshot) is distinct from (old.calendar_file, old.snapshot))
        or (new.erased_at is null and new.pdf is distinct from old.pdf
          and (old.pdf_outside_since is null or new.pdf_outside_since is null)) then
        raise exception 'the file of blueprint % is made and stays as it is', old.id using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;`;

/** As in 0080, but that the bytes are in the table: what is approved can be sent. */
const REVIEWS = `
  create or replace function reviews_of_made_files() returns trigger language plpgsql as $$ begin
      perform 1 from blueprints where id = new.blueprint_id and state = 'rendered' and erased_at is null and pdf is not null for share;
      if not found then
        raise exception 'blueprint % has no file that counts, so it cannot be approved', new.blueprint_id using errcode = 'check_violation';
      end if;
      if not exists (select 1 from orders where id = new.order_id and paid_at is not null) then
        raise exception 'order % is not paid, so its blueprint cannot be approved', new.order_id using errcode = 'check_violation';
      end if;
      return new;
    end $$;`;
