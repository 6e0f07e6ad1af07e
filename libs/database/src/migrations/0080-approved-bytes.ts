import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One order, one file. Reviews, emails and links belong to the order of their blueprint; a file is what its hash says, and once it is made it
 * stays; only a rendered file is approved; only an approved file of a paid order is queued, sent or linked, and each by itself once.
 */
export class ApprovedBytes1795500000080 implements MigrationInterface {
  readonly name = 'ApprovedBytes1795500000080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ONE_ORDER);
    await runner.query(FILES);
    await runner.query(REVIEWS);
    await runner.query(EMAILS);
    await runner.query(LINKS);
  }

  /** Data would be lost, so there is no way back; restore a backup instead. */
  async down(): Promise<void> {
    await Promise.reject(new Error('This migration cannot be undone.'));
  }
}

const ONE_ORDER = `
  alter table blueprints add constraint blueprints_of_order unique (id, order_id);
  alter table reviews add constraint reviews_of_the_order
    foreign key (blueprint_id, order_id) references blueprints (id, order_id);
  alter table deliveries add constraint deliveries_of_the_order
    foreign key (blueprint_id, order_id) references blueprints (id, order_id);
  alter table download_links add constraint download_links_of_the_order
    foreign key (blueprint_id, order_id) references blueprints (id, order_id);
  create index reviews_by_file_of_order on reviews (blueprint_id, order_id);
  create index deliveries_by_file_of_order on deliveries (blueprint_id, order_id) where blueprint_id is not null;
  create index download_links_by_file_of_order on download_links (blueprint_id, order_id);
  drop index download_links_by_blueprint;`;

const FILES = `
  -- What travels with the file is kept to its hash too. The accessible copies are made when they are asked for; null: none is offered.
  alter table blueprints add calendar_sha256 char(64), add accessible_sha256 char(64), add large_print_sha256 char(64);
  update blueprints set calendar_sha256 = encode(sha256(convert_to(calendar_file, 'UTF8')), 'hex') where calendar_file is not null;

  create function blueprint_files_stay() returns trigger language plpgsql as $$ begin
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
        or (new.erased_at is null and (new.pdf, new.calendar_file, new.snapshot) is distinct from (old.pdf, old.calendar_file, old.snapshot)) then
        raise exception 'the file of blueprint % is made and stays as it is', old.id using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
  create trigger blueprints_files_stay before insert or update of id, order_id, version, check_code, state, pdf, pdf_sha256, pdf_pages,
      calendar_file, calendar_sha256, accessible_sha256, large_print_sha256, rendered_at, snapshot, erased_at on blueprints
    for each row execute function blueprint_files_stay();`;

const REVIEWS = `
  create function reviews_of_made_files() returns trigger language plpgsql as $$ begin
      perform 1 from blueprints where id = new.blueprint_id and state = 'rendered' and erased_at is null for share;
      if not found then
        raise exception 'blueprint % has no file that counts, so it cannot be approved', new.blueprint_id using errcode = 'check_violation';
      end if;
      if not exists (select 1 from orders where id = new.order_id and paid_at is not null) then
        raise exception 'order % is not paid, so its blueprint cannot be approved', new.order_id using errcode = 'check_violation';
      end if;
      return new;
    end $$;
  create trigger reviews_approve_made_files before insert or update of state, approved_sha256, blueprint_id, order_id on reviews
    for each row when (new.state = 'approved') execute function reviews_of_made_files();
  create function reviews_stay_decided() returns trigger language plpgsql as $$ begin
      raise exception 'review % is decided, and by whom and for which file stays', old.id using errcode = 'restrict_violation';
    end $$;
  create trigger reviews_decision_stays before update on reviews for each row
    when (old.order_id <> new.order_id
      -- Whoever has claimed a draft may put the version they wrote in its place.
      or (old.blueprint_id <> new.blueprint_id and (old.state, new.state) <> ('claimed', 'claimed'))
      or (old.state = 'approved' and new.state = 'approved' and (old.approved_sha256, old.decided_by, old.decided_at)
        is distinct from (new.approved_sha256, new.decided_by, new.decided_at))
      or (old.state = 'approved' and new.state not in ('approved', 'queued'))
      or (old.state in ('returned', 'superseded') and new.state <> old.state))
    execute function reviews_stay_decided();`;

const EMAILS = `
  -- A blueprint that was delivered is sent again only as a repeat of that email, which somebody asked for.
  alter table deliveries add again_of uuid references deliveries (id) on delete cascade deferrable,
    add constraint deliveries_only_blueprints_carry_one check (kind = 'blueprint' or (blueprint_id is null and approved_sha256 is null));
  update deliveries d set again_of = f.id from deliveries f
    where d.kind = 'blueprint' and f.kind = 'blueprint' and f.blueprint_id = d.blueprint_id and d.subject_key like 'again:' || f.id || ':%';
  create index deliveries_by_repeated on deliveries (again_of) where again_of is not null;
  create unique index deliveries_blueprint_once on deliveries (blueprint_id)
    where kind = 'blueprint' and again_of is null and state <> 'cancelled';
  create unique index deliveries_blueprint_one_under_way on deliveries (blueprint_id)
    where kind = 'blueprint' and state in ('queued', 'sending');

  create function refuse_if_unpaid(wanted uuid) returns void language plpgsql as $$ begin
      if not exists (select 1 from orders o join payments p on p.order_id = o.id and p.accepted
          where o.id = wanted and o.state = 'paid' and o.erased_at is null) then
        raise exception 'order % is not paid, so nothing of it is sent', wanted using errcode = 'check_violation';
      end if;
    end $$;
  create function deliveries_are_paid_for() returns trigger language plpgsql as $$ begin
      if tg_op = 'INSERT' or (new.state in ('queued', 'sending') and old.state not in ('queued', 'sending')) or new.state = 'sending' then
        perform refuse_if_unpaid(new.order_id);
      end if;
      if tg_op = 'INSERT' and new.again_of is not null and not exists (select 1 from deliveries
          where id = new.again_of and kind = 'blueprint' and blueprint_id = new.blueprint_id and state = 'accepted') then
        raise exception 'email % repeats none that was sent', new.id using errcode = 'check_violation';
      end if;
      return new;
    end $$;
  create trigger deliveries_sent_paid before insert or update of state on deliveries
    for each row when (new.kind = 'blueprint') execute function deliveries_are_paid_for();

  create function deliveries_stay() returns trigger language plpgsql as $$ begin
      if (new.id, new.order_id, new.kind, new.blueprint_id, new.message_id, new.created_at, new.again_of)
          is distinct from (old.id, old.order_id, old.kind, old.blueprint_id, old.message_id, old.created_at, old.again_of)
        or (new.approved_sha256 is distinct from old.approved_sha256 and not (new.approved_sha256 is null and new.state = 'cancelled')) then
        raise exception 'email % stays what it is and of which file', old.id using errcode = 'restrict_violation';
      end if;
      if new.state <> old.state and (old.state = 'cancelled' or (old.state = 'accepted' and new.state <> 'bounced')
          or (old.state in ('unknown', 'failed', 'bounced') and new.state not in ('accepted', 'queued', 'bounced'))) then
        raise exception 'an email does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
  create trigger deliveries_stay before update on deliveries for each row execute function deliveries_stay();`;

const LINKS = `
  update download_links l set revoked_at = now() where revoked_at is null and exists (select 1 from download_links n
    where n.blueprint_id = l.blueprint_id and n.revoked_at is null and (n.created_at, n.id) > (l.created_at, l.id));
  create unique index download_links_one_live on download_links (blueprint_id) where revoked_at is null;

  create function download_links_open_approved() returns trigger language plpgsql as $$ begin
      if tg_op = 'INSERT' then
        if not exists (select 1 from deliveries d join blueprints b on b.id = d.blueprint_id where d.blueprint_id = new.blueprint_id
            and d.kind = 'blueprint' and d.state <> 'cancelled' and d.approved_sha256 = b.pdf_sha256 and b.erased_at is null) then
          raise exception 'blueprint % is not approved and on its way, so no link opens it', new.blueprint_id using errcode = 'check_violation';
        end if;
        return new;
      end if;
      if (to_jsonb(new) - 'revoked_at') <> (to_jsonb(old) - 'revoked_at')
        or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
        raise exception 'a link stays what it is; it can only be withdrawn, once' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
  create trigger download_links_open_approved before insert or update on download_links
    for each row execute function download_links_open_approved();
  create function downloads_by_live_links() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' then
        raise exception 'a download is on record and stays' using errcode = 'restrict_violation';
      end if;
      if not exists (select 1 from download_links where id = new.link_id and expires_at > new.at
          and (revoked_at is null or revoked_at > new.at)) then
        raise exception 'link % is withdrawn or at its end', new.link_id using errcode = 'check_violation';
      end if;
      return new;
    end $$;
  create trigger downloads_by_live_links before insert or update on downloads
    for each row execute function downloads_by_live_links();`;
