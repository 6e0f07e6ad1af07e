import { at, id, OPEN } from './desk-tables.js';

const EVENTS =
  "('confirmation_accepted', 1), ('clock_started', 1), ('drafted', 1), ('approved', 0.5), ('delivered', 0)";
const PAID = `kind <> 'unpaid'`;
/** Days that what Stripe told us is kept in full. */
const TOLD = 90;

/** What hangs on an order beside its way over the desk: consents, money, emails, links, tasks that are done. As {@link DESK_TABLES}. */
export const PAPER_TABLES: Readonly<Record<string, string>> = {
  choices: `insert into order_choices (id, order_id, start_choice, made_at) select ${id('h', 'n')}, ${id('o', 'n')}, 'start_now', ${at('age')} from people`,
  consents: `insert into order_consents (id, order_id, kind, wording_version, wording, given_at, ip_address, choice_id)
    select case k when 'right_ends_on_delivery' then ${id('w', 'n')} else ${id('x', 'n')} end, ${id('o', 'n')}, k, '2026-11', 'I agree.', ${at('age')}, '192.0.2.1', ${id('h', 'n')}
    from people cross join (values ('start_in_cancellation_period'), ('right_ends_on_delivery')) c (k)`,
  events: `insert into order_events (order_id, name, at)
    select ${id('o', 'n')}, e.name, ${at('age - 2 + e.later')} from people cross join (values ${EVENTS}) e (name, later) where kind = 'delivered'`,
  sessions: `insert into checkout_sessions (id, order_id, attempt, session_id, state, amount_pence, customer_email, created_at, expires_at, choice_id)
    select ${id('z', 'n')}, ${id('o', 'n')}, 1, 'cs_' || n, case when ${PAID} then 'paid' else 'expired' end, 4900, 'x@example.org', ${at('age')}, ${at('age - 1')}, ${id('h', 'n')} from people`,
  events_of_stripe: `insert into stripe_events (id, type, livemode, payload, created_at, received_at, handled_at, outcome)
    select 'evt_' || e.type || n, e.type, true, case when age > ${TOLD} then '{}' else jsonb_build_object('id', 'evt_' || n, 'type', e.type) end, ${at('age')}, ${at('age')}, ${at('age')}, 'done'
    from people cross join (values ('checkout.session.completed'), ('charge.succeeded')) e (type) where ${PAID}`,
  refunds: `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at)
    select 're_' || n, ${id('o', 'n')}, 'pi_' || n, 4900, 'succeeded', ${at('age - 0.25')}, ${at('age - 0.25')} from people where kind = 'cancelled'`,
  refund_requests: `insert into refund_requests (key, order_id, amount_pence, reason, asked_at, refund_id)
    select 'cancelled:' || n, ${id('o', 'n')}, 4900, 'cancelled', ${at('age - 0.25')}, 're_' || n from people where kind = 'cancelled'`,
  disputes: `insert into disputes (id, order_id, payment_intent_id, amount_pence, state, reason, opened_at, closed_at)
    select 'dp_' || n, ${id('o', 'n')}, 'pi_' || n, 4900, 'won', 'general', ${at('age - 3')}, ${at('age - 4')} from people where kind = 'delivered' and n % 100 = 7`,
  receipts: `insert into receipts (number, order_id, issued_at, total_pence, net_pence, vat_pence, seller)
    select 'PW-' || lpad(n::text, 8, '0'), ${id('o', 'n')}, ${at('age')}, 4900, 4900, 0, '{}' from people where ${PAID}`,
  credit_notes: `insert into credit_notes (number, refund_id, order_id, receipt_number, issued_at, total_pence, net_pence, vat_pence, seller)
    select 'PW-C-' || lpad(n::text, 8, '0'), 're_' || n, ${id('o', 'n')}, 'PW-' || lpad(n::text, 8, '0'), ${at('age - 0.25')}, 4900, 4900, 0, '{}' from people where kind = 'cancelled'`,
  confirmations: `insert into deliveries (id, order_id, kind, subject_key, recipient, message_id, state, send_after, created_at, accepted_at)
    select ${id('e', 'n')}, ${id('o', 'n')}, 'confirmation', 'confirmation:' || n, 'x' || n || '@example.org', 'c' || n, 'accepted', ${at('age')}, ${at('age')}, ${at('age')}
    from people where ${PAID}`,
  links_by_email: `insert into deliveries (id, order_id, kind, subject_key, recipient, message_id, state, data, send_after, created_at, accepted_at)
    select ${id('g', 'n')}, ${id('o', 'n')}, 'notice', 'notice:' || n, 'x' || n || '@example.org', 'g' || n, 'accepted', '{"notice": "order-link"}', ${at('age - 9')}, ${at('age - 9')}, ${at('age - 9')}
    from people where kind = 'delivered' and n % 4 = 0 and n > ${OPEN}`,
  attempts: `insert into delivery_attempts (id, delivery_id, started_at, data_started_at, ended_at, outcome)
    select case d when 1 then ${id('t', 'n')} else ${id('u', 'n')} end, case d when 1 then ${id('d', 'n')} else ${id('e', 'n')} end, ${at('age')}, ${at('age')}, ${at('age')}, 'accepted' from people cross join generate_series(1, 2) d
    where kind = 'delivered' and n > ${OPEN} + 40`,
  links: `insert into download_links (id, order_id, blueprint_id, token_hash, created_at, expires_at)
    select ${id('i', 'n')}, ${id('o', 'n')}, ${id('b', 'n')}, sha256(('i' || n)::bytea), ${at('age - 1')}, ${at('age - 731')} from people where kind = 'delivered'`,
  downloads: `insert into downloads (id, link_id, at, ip_address) select ${id('j', 'n')}, ${id('i', 'n')}, ${at('age - 1.5')}, '192.0.2.1' from people where kind = 'delivered'`,
  rechecks: `insert into rechecks (order_id, reminded_at, did, helped, answered_at)
    select ${id('o', 'n')}, ${at('age - 92')}, case when n % 5 = 0 then (array['path', 'learn', 'nothing'])[1 + n / 5 % 3] end, case when n % 5 = 0 then (array['yes', 'some', 'no'])[1 + n / 5 % 3] end,
      case when n % 5 = 0 then ${at('age - 100')} end
    from people where kind = 'delivered' and age > 101`,
  corrections: `insert into corrections (id, order_id, about, words, asked_at, target_at, promise_at, decision, decided_at, answer, settled_at)
    select ${id('q', 'n')}, ${id('o', 'n')}, 'words', 'A word.', ${at('age - 3')}, ${at('age - 4')}, ${at('age - 5')}, 'answer', ${at('age - 4')}, 'Done.', ${at('age - 4')}
    from people where kind = 'delivered' and n % 30 = 11 and age > 10`,
  late_tasks: `insert into staff_tasks (id, kind, subject, order_id, summary, opened_at, due_at, closed_at)
    select ${id('y', 'n')}, 'promise_at_risk', 'y' || n, ${id('o', 'n')}, 'Near.', ${at('age - 1')}, ${at('age - 1')}, ${at('age - 1.5')} from people where kind = 'delivered' and n % 10 = 5`,
};
