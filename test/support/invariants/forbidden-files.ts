import {
  type Attempt,
  insertDelivery,
  insertLink,
  insertBlueprint,
  approve,
} from './forbidden-statements.js';

/** Of another order. */
export const OTHERS: readonly Attempt[] = [
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
export const BYTES: readonly Attempt[] = [
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
export const UNAPPROVED: readonly Attempt[] = [
  [
    'an approval by one person of paths that somebody chose',
    ({ open, staffId }) =>
      `update reviews set path_chosen = true where id = '${open.reviewId}'; ${approve(open.reviewId, open.sha256, staffId)}`,
    /reviews_chosen_needs_second/,
  ],
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
export const TWICE: readonly Attempt[] = [
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
