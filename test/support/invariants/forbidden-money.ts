import type { ForbiddenScene } from './forbidden-scene.js';
import { type Attempt, insertDelivery, insertPayment, pay } from './forbidden-statements.js';

/** Money. */
export const MONEY: readonly Attempt[] = [
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
export const DELIVERED: readonly Attempt[] = [
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
export const RECORDS: readonly Attempt[] = [
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
  stays(
    'another check of an outside fact',
    ({ staffId }) =>
      `insert into evidence_checks (id, fact, words_sha256, verdict, checked_by, checked_at)
       values (gen_random_uuid(), 'tool:x', repeat('0', 64), 'true', '${staffId}', now());
       update evidence_checks set checked_at = now() + interval '1 year'`,
  ),
  stays(
    'a version of a draft that somebody else made',
    ({ open, done, staffId }) =>
      `insert into made_versions (blueprint_id, review_id, made_by, how, words, at)
       select '${open.blueprintId}', '${open.reviewId}', '${staffId}', 'paths', 'x', now();
       update made_versions set how = 'words', review_id = '${done.reviewId}'`,
    /who made version/,
  ),
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
  stays('a correction that is gone', () => 'delete from corrections'),
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
