import { BYTES, OTHERS, TWICE, UNAPPROVED } from './forbidden-files.js';
import { ALLOWED_OUTSIDE, OUTSIDE } from './forbidden-outside.js';
import { DELIVERED, MONEY, RECORDS } from './forbidden-money.js';
import { BESIDE_ITS_PAYMENT, COPIED, FURTHER, LEFT_UNTRIED, OWN_TABLES } from './forbidden-ways-round.js';
import {
  type Allowed,
  type Attempt,
  insertDelivery,
  insertLink,
  insertPayment,
  pay,
  approve,
} from './forbidden-statements.js';

/** Every state that must never be. */
export const FORBIDDEN: readonly Attempt[] = [
  ...OTHERS,
  ...BYTES,
  ...OUTSIDE,
  ...UNAPPROVED,
  ...TWICE,
  ...MONEY,
  ...DELIVERED,
  ...RECORDS,
  ...COPIED,
  ...FURTHER,
  ...BESIDE_ITS_PAYMENT,
  ...LEFT_UNTRIED,
  ...OWN_TABLES,
];

/** What must remain possible: the same hands on the same rows, so that a refusal above says something. */
export const ALLOWED: readonly Allowed[] = [
  ...ALLOWED_OUTSIDE,
  [
    'to approve what lies before a reviewer',
    ({ open, staffId }) => approve(open.reviewId, open.sha256, staffId),
  ],
  ['to queue what is approved and paid', ({ approved }) => insertDelivery(approved)],
  [
    'to call sent what waited in a backup',
    ({ queued }) =>
      `update deliveries set state = 'unknown' where id = '${queued.deliveryId}'; update deliveries set state = 'accepted' where id = '${queued.deliveryId}'`,
  ],
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
     insert into reviews (id, order_id, blueprint_id, state, promise_at, created_at, approved_sha256, note_by, decided_by, decided_at)
       select gen_random_uuid(), order_id, id, 'approved', now(), now(), pdf_sha256, '${staffId}', '${staffId}', now() from blueprints where check_code = 'again';
     insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at)
       select gen_random_uuid(), order_id, 'blueprint', 'newer', id, pdf_sha256, 'a@example.org', 'newer', 'queued', now(), now() from blueprints where check_code = 'again';
     update deliveries set state = 'sending' where subject_key = 'newer';
     insert into delivery_attempts (id, delivery_id, started_at) select gen_random_uuid(), id, now() from deliveries where subject_key = 'newer';
     update deliveries set state = 'accepted' where subject_key = 'newer'`,
  ],
  [
    'to erase a blueprint',
    ({ done }) =>
      `update blueprints set snapshot = '{}', pdf = null, calendar_file = null, erased_at = now() where id = '${done.blueprintId}'`,
  ],
  ['to empty a message of Stripe that was dealt with', () => `update stripe_events set payload = '{}'`],
];
