/** Two accounts that reviewed them. */
export const STAFF = [
  '5a000000-0000-4000-8000-000000000001',
  '5a000000-0000-4000-8000-000000000002',
] as const;
/** When all of it is looked at. */
export const NOW = '2026-11-26T10:00:00Z';
/** Orders on the desk, at every size: what is under way depends on the people there, what is past on the years. */
export const OPEN = 300;
/** Days after which a delivered order is erased, and a cancelled one has been for long. */
const ERASED = 732;

/** Keys that grow as the product's do. @param table one letter. */
export const id = (table: string, n: string): string =>
  `('${table.charCodeAt(0).toString(16)}' || lpad(to_hex(${n}), 30, '0'))::uuid`;
export const at = (days: string): string => `(timestamptz '${NOW}' - (${days}) * interval '1 day')`;
/** Somebody's name: 240 first and 1,200 last ones, the first of them far more usual than the last, as they are. */
const NAME = `initcap(s.first[1 + floor(240 * r.a * r.a)::int] || ' ' || s.last[1 + floor(1200 * r.b * r.b)::int])`;

/**
 * One row for each number from $1 to $2: the first ${OPEN} are open, the others are past, over six years. Of a hundred past ones two were
 * cancelled and paid back, one was never paid; those older than the erasure are erased, but for a few that are due tonight.
 */
export const PEOPLE = `
  select *, kind in ('delivered', 'cancelled') and age > ${ERASED} and n > ${OPEN} + 60 as erased from (
    select n, ${NAME} as name, r.c as chance,
      case when n <= ${OPEN} then 1 + n % 3 * 0.2 else 5 + 2185 * r.d end as age,
      case when n <= ${OPEN} then 'open' when n % 100 in (1, 2) then 'cancelled' when n % 100 = 3 then 'unpaid' else 'delivered' end as kind
    from generate_series($1, $2) n cross join (
      select array(select translate(substr(md5('f' || k), 1, 5), '0123456789', 'aeiourlnst') from generate_series(1, 240) k) as first,
        array(select 'x' || translate(substr(md5('l' || k), 1, 7), '0123456789', 'aeiourlnst') from generate_series(1, 1200) k) as last) s
    cross join lateral (select hashint4extended(n, 1) as h1, hashint4extended(n, 2) as h2) h
    cross join lateral (select (h1 & 65535) / 65536.0::float8 as a, (h1 >> 16 & 65535) / 65536.0::float8 as b,
      (h2 & 65535) / 65536.0::float8 as c, (h2 >> 16 & 16777215) / 16777216.0::float8 as d) r) seen`;

/** An order and its way over the desk, each table as what is selected from {@link PEOPLE}. */
export const DESK_TABLES: Readonly<Record<string, string>> = {
  assessments: `insert into assessments (id, resume_code_hash, created_at, updated_at, expires_at, erased_at, kept_for_order)
    select ${id('a', 'n')}, case when not erased then sha256(('a' || n)::bytea) end, ${at('age')}, ${at('age')}, ${at('age - 365')}, case when erased then ${at(`age - ${ERASED}`)} end, age > 365 and not erased from people`,
  orders: `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name, customer_email, occupation_title,
      price_pence, start_choice, created_at, expires_at, paid_at, paid_pence, expired_at, cancelled_at, clock_started_at, confirmation_accepted_at, target_at, promise_at, delivered_at,
      refunded_pence, refunded_at, erased_at, late_at)
    select ${id('o', 'n')}, 'PW-' || upper(substr(md5('r' || n), 1, 4) || '-' || substr(md5('r' || n), 5, 8)),
      case kind when 'cancelled' then 'cancelled' when 'unpaid' then 'expired' else 'paid' end, ${id('a', 'n')}, 'f' || n,
      sha256(('t' || lpad(n::text, 42, '0'))::bytea), 'none', case when erased then 'Erased' else name end, case when erased then 'erased@example.org' else lower(replace(name, ' ', '.')) || n || '@example.org' end,
      'Machine learning engineer', 4900, 'start_now', made, made + interval '1 day', case when kind <> 'unpaid' then made end, case when kind <> 'unpaid' then 4900 end,
      case when kind = 'unpaid' then made + interval '1 day' end, case when kind = 'cancelled' then made + interval '5 hours' end,
      started, started, case when started is not null then made + interval '1 day' end, promised,
      case when kind = 'delivered' then made + interval '2 days' * (0.3 + 0.715 * chance) end,
      case when kind = 'cancelled' then 4900 else 0 end, case when kind = 'cancelled' then made + interval '6 hours' end,
      case when erased then ${at(`age - ${ERASED}`)} end, case when kind = 'delivered' then promised end
    from people cross join lateral (select ${at(`case when kind = 'unpaid' then age / 2190 * 20 else age end`)} as made) m
      cross join lateral (select case when kind not in ('unpaid') then made + interval '1 minute' end as started, case when kind <> 'unpaid' then made + interval '2 days' end as promised) d`,
  payments: `insert into payments (id, session_id, order_id, payment_intent_id, amount_pence, currency, accepted, received_at)
    select ${id('p', 'n')}, 'cs_' || n, ${id('o', 'n')}, 'pi_' || n, 4900, 'gbp', true, ${at('age')} from people where kind <> 'unpaid'`,
  blueprints: `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, pdf_pages, drafted_at, rendered_at)
    select ${id('b', 'n')}, ${id('o', 'n')}, 1, 'rendered', '{"edits": []}', 't', 'c', 'm', 'k' || n, ('pdf' || n)::bytea, encode(sha256(('pdf' || n)::bytea), 'hex'), 15, ${at('age')}, ${at('age')}
    from people where kind in ('open', 'delivered')`,
  reviews: `insert into reviews (id, order_id, blueprint_id, state, checks, promise_at, created_at, decided_by, note_by, decided_at, approved_sha256, claimed_by, claimed_at, claim_active_at, reason,
      first_approved_by, first_approved_at, first_sha256, needs_second)
    select ${id('v', 'n')}, ${id('o', 'n')}, ${id('b', 'n')}, step, '[{"id": "pages", "title": "15 pages", "level": "green", "found": "15"}]', ${at('age - 2')}, ${at('age')},
      case when step = 'approved' then '${STAFF[0]}'::uuid end, case when step = 'approved' then '${STAFF[0]}'::uuid end, case when step = 'approved' then ${at('age - 0.5')} end,
      case when step = 'approved' then encode(sha256(('pdf' || n)::bytea), 'hex') end,
      case when step in ('claimed', 'held') then '${STAFF[0]}'::uuid end, case when step in ('claimed', 'held') then timestamptz '${NOW}' end, case when step in ('claimed', 'held') then timestamptz '${NOW}' end,
      case when step = 'held' then 'Waiting.' end, case when step = 'second' then '${STAFF[1]}'::uuid end, case when step = 'second' then timestamptz '${NOW}' end,
      case when step = 'second' then encode(sha256(('pdf' || n)::bytea), 'hex') end, case when step = 'second' then '{drawn}'::text[] else '{}' end
    from people cross join lateral (select case when kind = 'delivered' then 'approved' when n % 10 in (1, 2) then 'claimed' when n % 20 = 3 then 'held' when n % 20 = 4 then 'second' else 'queued' end as step) s
    where kind in ('open', 'delivered')`,
  deliveries: `insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at, accepted_at)
    select ${id('d', 'n')}, ${id('o', 'n')}, 'blueprint', 'blueprint:' || n, ${id('b', 'n')}, encode(sha256(('pdf' || n)::bytea), 'hex'), 'x@example.org', 'm' || n,
      case when n <= ${OPEN} + 40 then 'queued' else 'accepted' end, ${at('age - 1')}, ${at('age - 1')}, ${at('age - 1')}
    from people where kind = 'delivered'`,
  order_events: `insert into order_events (order_id, name, at)
    select ${id('o', 'n')}, e.name, ${at('age')} from people cross join (values ('placed'), ('paid')) e (name)`,
  staff_tasks: `insert into staff_tasks (id, kind, subject, order_id, summary, opened_at, due_at, closed_at)
    select ${id('s', 'n')}, 'complaint', 's' || n, ${id('o', 'n')}, 'A complaint.', ${at('age')}, ${at('age - 3')}, case when n > ${OPEN} then ${at('age - 2')} end
    from people where n % 10 = 0 and age < 730`,
  order_blockers: `insert into order_blockers (id, order_id, kind, reason, source, opened_at, ended_at, ended_reason, end_act)
    select ${id('k', 'n')}, ${id('o', 'n')}, (array['bounce', 'dispute', 'pause'])[1 + n % 3], 'why', 'bench', ${at('age')},
      case when n > ${OPEN} then ${at('age - 1')} end, case when n > ${OPEN} then 'over' end, case when n > ${OPEN} then 'bench' end
    from people where n % 15 = 0`,
};
