import type { ForbiddenScene } from './forbidden-scene.js';

/** A state that must never be: what somebody tries in SQL, and the words of the refusal. */
export type Attempt = readonly [what: string, sql: (scene: ForbiddenScene) => string, words: RegExp];

const insertDelivery = (
  { orderId, blueprintId, sha256 }: { orderId: string; blueprintId: string; sha256: string },
  more: { state?: string; againOf?: string } = {},
): string =>
  `insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at, again_of)
   values (gen_random_uuid(), '${orderId}', 'blueprint', gen_random_uuid(), '${blueprintId}', '${sha256}', 'a@example.org', gen_random_uuid(),
     '${more.state ?? 'queued'}', now(), now(), ${more.againOf === undefined ? 'null' : `'${more.againOf}'`})`;

const insertLink = ({ orderId, blueprintId }: { orderId: string; blueprintId: string }): string =>
  `insert into download_links (id, order_id, blueprint_id, token_hash, created_at, expires_at)
   values (gen_random_uuid(), '${orderId}', '${blueprintId}', sha256('x'), now(), now() + interval '1 day')`;

const insertBlueprint = (orderId: string, pdf: string, hash: string): string =>
  `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, drafted_at)
   values (gen_random_uuid(), '${orderId}', 9, 'superseded', '{}', 't', 'c', 'm', gen_random_uuid(), '${pdf}', ${hash}, now())`;

const insertPayment = (
  orderId: string | null,
  { amount = 4900, currency = 'gbp', accepted = true },
): string =>
  `insert into payments (id, session_id, order_id, payment_intent_id, amount_pence, currency, accepted, received_at)
   values (gen_random_uuid(), gen_random_uuid(), ${orderId === null ? 'null' : `'${orderId}'`}, gen_random_uuid(), ${amount}, '${currency}', ${accepted}, now())`;

const pay = (orderId: string, pence: number): string =>
  `update orders set state = 'paid', paid_at = now(), paid_pence = ${pence} where id = '${orderId}'`;

const approve = (reviewId: string, sha256: string, by: string): string =>
  `update reviews set state = 'approved', approved_sha256 = '${sha256}', decided_by = '${by}', decided_at = now() where id = '${reviewId}'`;

/** Of another order. */
const OTHERS: readonly Attempt[] = [
  [
    'a review of another order’s blueprint',
    ({ open, other }) => `update reviews set order_id = '${other.orderId}' where id = '${open.reviewId}'`,
    /stays/,
  ],
  [
    'a new review of another order’s blueprint',
    ({ done, other }) =>
      `delete from reviews where false; insert into reviews (id, order_id, blueprint_id, state, promise_at, created_at)
     select gen_random_uuid(), '${other.orderId}', b.id, 'queued', now(), now() from blueprints b where b.id = '${done.blueprintId}'`,
    /reviews_of_the_order|reviews_blueprint_id_key/,
  ],
  [
    'an email with another order’s blueprint',
    ({ approved, other }) => insertDelivery({ ...approved, orderId: other.orderId }),
    /deliveries_of_the_order/,
  ],
  [
    'an email that changes its order',
    ({ queued, other }) =>
      `update deliveries set order_id = '${other.orderId}' where id = '${queued.deliveryId}'`,
    /stays what it is/,
  ],
  [
    'a link to another order’s blueprint',
    ({ queued, other }) =>
      `update download_links set revoked_at = now() where id = '${queued.linkId}'; ${insertLink({ ...queued, orderId: other.orderId })}`,
    /download_links_of_the_order/,
  ],
  [
    'a link that comes to open another blueprint',
    ({ done, other }) =>
      `update download_links set blueprint_id = '${other.blueprintId}', order_id = '${other.orderId}' where id = '${done.linkId}'`,
    /a link stays what it is/,
  ],
  [
    'a blueprint that comes to another order',
    ({ open, other }) =>
      `update blueprints set order_id = '${other.orderId}', version = 7 where id = '${open.blueprintId}'`,
    /stays what it is of which order/,
  ],
  [
    'a refund on another order than its payment',
    ({ done, other }) =>
      `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at) values ('re_x', '${other.orderId}', 'pi_${done.orderId}', 1, 'pending', now(), now())`,
    /another order than its payment/,
  ],
  [
    'a refund that moves to another payment',
    ({ done, other }) =>
      `update refunds set payment_intent_id = 'pi_${other.orderId}', order_id = '${other.orderId}' where id = 're_${done.orderId}'`,
    /stays on its payment/,
  ],
  [
    'a dispute on another order than its payment',
    ({ done, other }) => `update disputes set order_id = '${other.orderId}' where id = 'dp_${done.orderId}'`,
    /another order than its payment/,
  ],
  [
    'a credit note over another order’s refund',
    ({ done, other }) =>
      `update credit_notes set order_id = '${other.orderId}' where order_id = '${done.orderId}'`,
    /cannot be changed/,
  ],
];

/** Bytes. */
const BYTES: readonly Attempt[] = [
  [
    'a file that is not what its hash says',
    ({ open }) => insertBlueprint(open.orderId, '%PDF', `repeat('a', 64)`),
    /not the one its hash names/,
  ],
  [
    'a file without a hash',
    ({ open }) => insertBlueprint(open.orderId, '%PDF', 'null'),
    /not the one its hash names/,
  ],
  [
    'other bytes',
    ({ done }) => `update blueprints set pdf = 'other' where id = '${done.blueprintId}'`,
    /not the one its hash names/,
  ],
  [
    'other bytes with their own hash',
    ({ open }) =>
      `update blueprints set pdf = 'other', pdf_sha256 = encode(sha256('other'), 'hex') where id = '${open.blueprintId}'`,
    /is made and stays/,
  ],
  [
    'another calendar',
    ({ open }) => `update blueprints set calendar_file = 'BEGIN' where id = '${open.blueprintId}'`,
    /is made and stays/,
  ],
  [
    'a calendar that is not what its hash says',
    ({ open }) =>
      `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, calendar_file, calendar_sha256, drafted_at)
     values (gen_random_uuid(), '${open.orderId}', 9, 'superseded', '{}', 't', 'c', 'm', 'x', 'ics', repeat('a', 64), now())`,
    /calendar of blueprint .* is not the one/,
  ],
  [
    'another accessible copy',
    ({ open }) =>
      `update blueprints set accessible_sha256 = repeat('b', 64) where id = '${open.blueprintId}'`,
    /is made and stays/,
  ],
  [
    'other answers behind a made file',
    ({ open }) => `update blueprints set snapshot = '{"x": 1}' where id = '${open.blueprintId}'`,
    /is made and stays/,
  ],
  [
    'another check code',
    ({ done }) => `update blueprints set check_code = 'mine' where id = '${done.blueprintId}'`,
    /stays what it is/,
  ],
  [
    'a superseded blueprint that counts again',
    ({ open }) =>
      `update blueprints set state = 'superseded' where id = '${open.blueprintId}'; update blueprints set state = 'rendered' where id = '${open.blueprintId}'`,
    /does not go from superseded back/,
  ],
];

/** What nobody approved. */
const UNAPPROVED: readonly Attempt[] = [
  [
    'an approval of other bytes',
    ({ open, staffId }) => approve(open.reviewId, 'e'.repeat(64), staffId),
    /foreign key/,
  ],
  [
    'an approval of a superseded blueprint',
    ({ open, staffId }) =>
      `update blueprints set state = 'superseded' where id = '${open.blueprintId}'; ${approve(open.reviewId, open.sha256, staffId)}`,
    /no file that counts/,
  ],
  [
    'an approval by another than who decided',
    ({ approved }) => `update reviews set decided_by = null where id = '${approved.reviewId}'`,
    /is decided|check/,
  ],
  [
    'an approval that turns into a return',
    ({ approved }) =>
      `update reviews set state = 'returned', approved_sha256 = null, reason = 'r' where id = '${approved.reviewId}'`,
    /is decided/,
  ],
  [
    'an approval taken back while its email waits',
    ({ queued }) =>
      `update reviews set state = 'queued', approved_sha256 = null, decided_by = null, decided_at = null where id = '${queued.reviewId}'`,
    /foreign key/,
  ],
  ['an email nobody approved', ({ open }) => insertDelivery(open), /foreign key/],
  [
    'an email with an approval of other bytes',
    ({ approved }) => insertDelivery({ ...approved, sha256: 'e'.repeat(64) }),
    /foreign key/,
  ],
  [
    'a notice that carries a blueprint',
    ({ queued }) => `update deliveries set kind = 'notice' where id = '${queued.deliveryId}'`,
    /stays what it is/,
  ],
  ['a link to what nobody approved', ({ open }) => insertLink(open), /no link opens it/],
  ['a link to what is not on its way', ({ approved }) => insertLink(approved), /no link opens it/],
];

/** Twice. */
const TWICE: readonly Attempt[] = [
  ['the same blueprint queued twice', ({ queued }) => insertDelivery(queued), /deliveries_blueprint_o/],
  [
    'a delivered blueprint sent once more, without being a repeat',
    ({ done }) => insertDelivery(done),
    /deliveries_blueprint_once/,
  ],
  [
    'a repeat of an email that was not sent',
    ({ queued }) => insertDelivery(queued, { againOf: queued.deliveryId }),
    /repeats none/,
  ],
  [
    'a repeat of another order’s email',
    ({ done, other }) => insertDelivery(done, { againOf: other.deliveryId }),
    /repeats none/,
  ],
  [
    'two repeats at once',
    ({ done }) =>
      `${insertDelivery(done, { againOf: done.deliveryId })}; ${insertDelivery(done, { againOf: done.deliveryId })}`,
    /one_under_way/,
  ],
  [
    'an email that was sent and waits again',
    ({ done }) => `update deliveries set state = 'queued' where id = '${done.deliveryId}'`,
    /does not go from accepted to queued/,
  ],
  [
    'an email that was called off and is sent',
    ({ queued }) =>
      `update deliveries set state = 'cancelled' where id = '${queued.deliveryId}'; update deliveries set state = 'sending' where id = '${queued.deliveryId}'`,
    /does not go from cancelled/,
  ],
  ['two live links to one blueprint', ({ done }) => insertLink(done), /download_links_one_live/],
  [
    'a withdrawn link that works again',
    ({ done }) =>
      `update download_links set revoked_at = now() where id = '${done.linkId}'; update download_links set revoked_at = null where id = '${done.linkId}'`,
    /withdrawn, once/,
  ],
  [
    'a link that works for longer',
    ({ done }) =>
      `update download_links set expires_at = now() + interval '9 years' where id = '${done.linkId}'`,
    /a link stays/,
  ],
  [
    'a download by a withdrawn link',
    ({ done }) =>
      `update download_links set revoked_at = now() where id = '${done.linkId}'; insert into downloads values (gen_random_uuid(), '${done.linkId}', now(), 'x')`,
    /withdrawn or at its end/,
  ],
];

/** Money. */
const MONEY: readonly Attempt[] = [
  ['a payment accepted for no order', () => insertPayment(null, {}), /pays no order/],
  [
    'a payment accepted for an order that is not paid',
    ({ unpaidOrderId }) => insertPayment(unpaidOrderId, {}),
    /pays no order/,
  ],
  [
    'a payment of another amount',
    ({ unpaidOrderId }) => `${pay(unpaidOrderId, 100)}; ${insertPayment(unpaidOrderId, { amount: 100 })}`,
    /is not the 4900 asked for/,
  ],
  [
    'a payment of another amount than its order says',
    ({ unpaidOrderId }) => `${pay(unpaidOrderId, 100)}; ${insertPayment(unpaidOrderId, {})}`,
    /is not the 4900 asked for/,
  ],
  [
    'a payment in another currency',
    ({ unpaidOrderId }) =>
      `${pay(unpaidOrderId, 4900)}; ${insertPayment(unpaidOrderId, { currency: 'eur' })}`,
    /is in eur/,
  ],
  [
    'a second payment of an order',
    ({ done }) => insertPayment(done.orderId, {}),
    /payments_one_accepted_per_order/,
  ],
  [
    'an accepted payment that changes its amount',
    ({ done }) => `update payments set amount_pence = 1 where order_id = '${done.orderId}'`,
    /on record and stays/,
  ],
  [
    'an accepted payment that pays no more',
    ({ done }) => `update payments set accepted = false where order_id = '${done.orderId}'`,
    /on record and stays/,
  ],
  [
    'another price once it is paid',
    ({ done }) => `update orders set price_pence = 1 where id = '${done.orderId}'`,
    /what was paid and when stays/,
  ],
  [
    'another sum that was paid',
    ({ done }) => `update orders set paid_pence = 1 where id = '${done.orderId}'`,
    /what was paid and when stays/,
  ],
  [
    'a paid order that waits for money again',
    ({ done }) => `update orders set state = 'awaiting_payment' where id = '${done.orderId}'`,
    /does not go from paid|check/,
  ],
  [
    'a cancelled order that is paid again',
    ({ open }) =>
      `update orders set state = 'cancelled' where id = '${open.orderId}'; update orders set state = 'paid' where id = '${open.orderId}'`,
    /does not go from cancelled/,
  ],
  [
    'another price of an open pay page',
    ({ done }) => `update checkout_sessions set amount_pence = 1 where order_id = '${done.orderId}'`,
    /stays what it asks for/,
  ],
  [
    'refunds above what was paid',
    ({ done }) =>
      `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at) values ('re_x', '${done.orderId}', 'pi_${done.orderId}', 4801, 'succeeded', now(), now())`,
    /4901 pence given back of 4900/,
  ],
  [
    'an order that says more was given back than paid',
    ({ done }) => `update orders set refunded_pence = 4901 where id = '${done.orderId}'`,
    /given_back_within_paid/,
  ],
  [
    'a request for more than is left',
    ({ done }) =>
      `insert into refund_requests (key, order_id, amount_pence, reason, asked_at) values ('k', '${done.orderId}', 4801, 'r', now())`,
    /cannot be given back/,
  ],
  [
    'a refund decided by one person for both',
    ({ done, staffId }) =>
      `update refund_decisions set confirmed_by = '${staffId}', confirmed_at = now() where order_id = '${done.orderId}'`,
    /second_person/,
  ],
  [
    'a decision of another sum',
    ({ done }) => `update refund_decisions set amount_pence = 4900 where order_id = '${done.orderId}'`,
    /was decided or asked for stays/,
  ],
  [
    'a decision that needs no second person after all',
    ({ done }) => `update refund_decisions set needs_second = false where order_id = '${done.orderId}'`,
    /was decided or asked for stays/,
  ],
  [
    'a receipt over another sum',
    ({ approved }) => `insert into receipts values ('PW-R-9', '${approved.orderId}', now(), 1, 1, 0, null)`,
    /not over what was paid/,
  ],
  [
    'a receipt that does not add up',
    ({ approved }) =>
      `insert into receipts values ('PW-R-9', '${approved.orderId}', now(), 4900, 1, 0, null)`,
    /receipts_add_up/,
  ],
  [
    'a credit note over another sum',
    ({ done }) =>
      `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at) values ('re_y', '${done.orderId}', 'pi_${done.orderId}', 7, 'succeeded', now(), now());
     insert into credit_notes (number, refund_id, order_id, receipt_number, issued_at, total_pence, net_pence, vat_pence, seller)
     select 'PW-C-900000', 're_y', order_id, number, now(), 900, 900, 0, '{}' from receipts where order_id = '${done.orderId}'`,
    /not over a refund of its receipt/,
  ],
];

/** Delivered although it must not be. */
const DELIVERED: readonly Attempt[] = [
  [
    'an unpaid order that is delivered',
    ({ unpaidOrderId }) => `update orders set delivered_at = now() where id = '${unpaidOrderId}'`,
    /orders_delivered_paid/,
  ],
  [
    'a delivery nobody sent',
    ({ approved }) => `update orders set delivered_at = now() where id = '${approved.orderId}'`,
    /no approved file of it has left/,
  ],
  [
    'a delivery that is still queued',
    ({ queued }) => `update orders set delivered_at = now() where id = '${queued.orderId}'`,
    /no approved file of it has left/,
  ],
  [
    'a bound order that is sent',
    ({ bound }) => `update deliveries set state = 'sending' where id = '${bound.deliveryId}'`,
    /is blocked: dispute/,
  ],
  [
    'a bound order whose stopped email counts as delivered',
    ({ bound }) =>
      `update deliveries set state = 'failed' where id = '${bound.deliveryId}'; update orders set delivered_at = now() where id = '${bound.orderId}'`,
    /no approved file of it has left/,
  ],
  [
    'a cancelled order that is sent',
    ({ queued }) =>
      `update orders set state = 'cancelled' where id = '${queued.orderId}'; update deliveries set state = 'sending' where id = '${queued.deliveryId}'`,
    /is not paid, so nothing of it is sent/,
  ],
  [
    'a cancelled order that is queued',
    ({ approved }) =>
      `update orders set state = 'cancelled' where id = '${approved.orderId}'; ${insertDelivery(approved)}`,
    /is not paid, so nothing/,
  ],
  [
    'a delivery that is taken back',
    ({ done }) => `update orders set delivered_at = null where id = '${done.orderId}'`,
    /is delivered, and when stays/,
  ],
  [
    'a delivery that was earlier than it was',
    ({ done }) =>
      `update orders set delivered_at = delivered_at - interval '1 day' where id = '${done.orderId}'`,
    /is delivered, and when stays/,
  ],
  [
    'a promise that moves',
    ({ open }) => `update orders set promise_at = promise_at + interval '1 day' where id = '${open.orderId}'`,
    /is kept/,
  ],
];

const stays = (
  what: string,
  sql: (scene: ForbiddenScene) => string,
  words = /stays|kept|never changed|append-only|evidence/,
): Attempt => [what, sql, words];

/** Records. */
const RECORDS: readonly Attempt[] = [
  stays('other words that were agreed to', () => `update order_consents set wording = 'x'`),
  stays('a consent that is gone', () => 'delete from order_consents'),
  stays('another choice', () => `update order_choices set made_at = now()`),
  stays('another receipt', () => `update receipts set total_pence = 1, net_pence = 1`),
  stays(
    'a receipt that is gone',
    ({ done }) => `delete from credit_notes; delete from receipts where order_id = '${done.orderId}'`,
  ),
  stays(
    'another credit note',
    () => 'update credit_notes set total_pence = 1, net_pence = 1',
    /cannot be changed/,
  ),
  stays('an event that says something else', () => `update order_events set name = 'paid'`),
  stays('an event that is gone', () => 'delete from order_events'),
  stays('a message of Stripe with other words', () => `update stripe_events set payload = '{"id": 2}'`),
  stays('a message of Stripe that is gone', () => 'delete from stripe_events'),
  stays('another entry of the audit log', () => `update audit_log set reason = 'x'`),
  stays('an entry of the audit log that is gone', () => 'delete from audit_log'),
  stays(
    'a payment that is gone',
    ({ approved }) => `delete from payments where order_id = '${approved.orderId}'`,
  ),
  stays(
    'a blueprint that is gone',
    ({ open }) =>
      `delete from reviews where id = '${open.reviewId}'; delete from blueprints where id = '${open.blueprintId}'`,
  ),
  stays(
    'an approval that is gone',
    ({ approved }) => `delete from reviews where id = '${approved.reviewId}'`,
  ),
  stays(
    'an email with a blueprint that is gone',
    ({ queued }) => `delete from deliveries where id = '${queued.deliveryId}'`,
  ),
  stays('a link that is gone', ({ queued }) => `delete from download_links where id = '${queued.linkId}'`),
  stays('a download by somebody else', () => `update downloads set ip_address = 'x'`),
  stays('an attempt that ended otherwise', () => `update delivery_attempts set outcome = 'refused'`),
  stays('a blocker that is gone', () => 'delete from order_blockers'),
  stays(
    'a blocker that ended otherwise',
    () => `update order_blockers set end_act = 'x' where ended_at is not null`,
  ),
  stays(
    'an order of another day',
    ({ done }) => `update orders set created_at = now() where id = '${done.orderId}'`,
  ),
  stays(
    'an order with another number',
    ({ done }) => `update orders set reference = 'x' where id = '${done.orderId}'`,
  ),
];

export const FORBIDDEN: readonly Attempt[] = [
  ...OTHERS,
  ...BYTES,
  ...UNAPPROVED,
  ...TWICE,
  ...MONEY,
  ...DELIVERED,
  ...RECORDS,
];

/** What must remain possible: the same hands on the same rows, so that a refusal above says something. */
export const ALLOWED: readonly (readonly [what: string, sql: (scene: ForbiddenScene) => string])[] = [
  [
    'to approve what lies before a reviewer',
    ({ open, staffId }) => approve(open.reviewId, open.sha256, staffId),
  ],
  ['to queue what is approved and paid', ({ approved }) => insertDelivery(approved)],
  ['to send it', ({ queued }) => `update deliveries set state = 'sending' where id = '${queued.deliveryId}'`],
  [
    'to send a delivered one again because somebody asked',
    ({ done }) => insertDelivery(done, { againOf: done.deliveryId }),
  ],
  [
    'to withdraw a link and give a new one',
    ({ done }) =>
      `update download_links set revoked_at = now() where id = '${done.linkId}'; ${insertLink(done)}`,
  ],
  [
    'to pay what is asked for',
    ({ unpaidOrderId }) => `${pay(unpaidOrderId, 4900)}; ${insertPayment(unpaidOrderId, {})}`,
  ],
  [
    'to keep money that fits nothing',
    () => insertPayment(null, { amount: 7, currency: 'eur', accepted: false }),
  ],
  [
    'to give back what is left',
    ({ done }) =>
      `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at) values ('re_x', '${done.orderId}', 'pi_${done.orderId}', 4800, 'succeeded', now(), now())`,
  ],
  [
    'to cancel',
    ({ queued }) =>
      `update orders set state = 'cancelled', cancelled_at = now() where id = '${queued.orderId}'; update deliveries set state = 'cancelled' where id = '${queued.deliveryId}'`,
  ],
  [
    'to make, approve and deliver a newer version',
    ({ done, staffId }) =>
      `update blueprints set state = 'superseded', superseded_at = now() where order_id = '${done.orderId}';
     insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, drafted_at)
       values ('${'0'.repeat(8)}-0000-4000-8000-000000000001', '${done.orderId}', 2, 'rendered', '{}', 't', 'c', 'm', 'again', 'newer', encode(sha256('newer'), 'hex'), now());
     insert into reviews (id, order_id, blueprint_id, state, promise_at, created_at, approved_sha256, decided_by, decided_at)
       select gen_random_uuid(), order_id, id, 'approved', now(), now(), pdf_sha256, '${staffId}', now() from blueprints where check_code = 'again';
     insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at)
       select gen_random_uuid(), order_id, 'blueprint', 'newer', id, pdf_sha256, 'a@example.org', 'newer', 'queued', now(), now() from blueprints where check_code = 'again';
     update deliveries set state = 'sending' where subject_key = 'newer'; update deliveries set state = 'accepted' where subject_key = 'newer'`,
  ],
  [
    'to erase a blueprint',
    ({ done }) =>
      `update blueprints set snapshot = '{}', pdf = null, calendar_file = null, erased_at = now() where id = '${done.blueprintId}'`,
  ],
  ['to empty a message of Stripe that was dealt with', () => `update stripe_events set payload = '{}'`],
];
