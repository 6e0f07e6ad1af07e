import { type Attempt, insertDelivery } from './forbidden-statements.js';

/** What has not been tried has not left: by this nobody gets past what binds an order. */
export const LEFT_UNTRIED: readonly Attempt[] = [
  [
    'a bound order that is delivered without an attempt',
    ({ bound }) =>
      `update deliveries set state = 'accepted' where id = '${bound.deliveryId}'; update orders set delivered_at = now() where id = '${bound.orderId}'`,
    /was never tried/,
  ],
  [
    'an attempt at what a blocker holds back',
    ({ bound }) =>
      `insert into delivery_attempts (id, delivery_id, started_at, data_started_at) values (gen_random_uuid(), '${bound.deliveryId}', now(), now())`,
    /is not being sent/,
  ],
  [
    'a bound order whose email failed without an attempt and is called sent',
    ({ bound }) =>
      `update deliveries set state = 'failed' where id = '${bound.deliveryId}'; update deliveries set state = 'accepted' where id = '${bound.deliveryId}'`,
    /is blocked: dispute/,
  ],
  [
    'an email that was accepted before it was queued',
    ({ approved }) => insertDelivery(approved, { state: 'accepted' }),
    /begins in the queue/,
  ],
  [
    'an attempt that goes before its email',
    ({ done }) => `delete from delivery_attempts where delivery_id = '${done.deliveryId}'`,
    /goes only with it/,
  ],
  [
    'a download that goes before its link',
    ({ done }) => `delete from downloads where link_id = '${done.linkId}'`,
    /goes only with its link/,
  ],
  [
    'a made file that comes from other templates',
    ({ done }) => `update blueprints set template_version = 'mine' where id = '${done.blueprintId}'`,
    /was made from stays/,
  ],
];

/** Bytes that are another order’s, in a row of its own. */
export const COPIED: readonly Attempt[] = [
  [
    'the file of one order as a version of another',
    ({ done, other }) =>
      `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, drafted_at)
       select gen_random_uuid(), '${other.orderId}', 9, 'superseded', snapshot, 't', 'c', 'm', 'copied', pdf, pdf_sha256, now() from blueprints where id = '${done.blueprintId}'`,
    /blueprints_file_of_one/,
  ],
];

/** Money that goes back beside the payment. */
export const BESIDE_ITS_PAYMENT: readonly Attempt[] = [
  [
    'a refund above what was paid, of a payment that nobody knows',
    ({ done }) =>
      `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at) values ('re_u', '${done.orderId}', 'pi_unknown', 4900, 'succeeded', now(), now())`,
    /is of no payment of order/,
  ],
  [
    'a refund weighed against what another moment knew',
    ({ done }) =>
      `set transaction isolation level repeatable read;
       insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at) values ('re_v', '${done.orderId}', 'pi_${done.orderId}', 1, 'succeeded', now(), now())`,
    /what another moment knew/,
  ],
];

/** A promise that moves by more than the pause that moves it. */
export const FURTHER: readonly Attempt[] = [
  [
    'a promise moved by a year by a pause of no time',
    ({ open }) =>
      `insert into order_blockers (id, order_id, kind, reason, source, opened_at) values (gen_random_uuid(), '${open.orderId}', 'pause', 'r', 's', now());
       update orders set original_promise_at = promise_at, promise_at = promise_at + interval '1 year', target_at = target_at + interval '1 year' where id = '${open.orderId}';
       update order_blockers set ended_at = now(), ended_reason = 'r', end_act = 'order.resumed' where order_id = '${open.orderId}'`,
    /moves by its pause/,
  ],
];

/** Tables of one’s own with the names of ours, which PostgreSQL would look at first. */
export const OWN_TABLES: readonly Attempt[] = [
  [
    'a bound order sent from behind an empty table of blockers',
    ({ bound }) =>
      `create temp table order_blockers (like public.order_blockers); update deliveries set state = 'sending' where id = '${bound.deliveryId}'`,
    /is blocked/,
  ],
  [
    'records that go behind an empty table of orders',
    ({ done }) =>
      `create temp table orders (like public.orders); delete from order_events where order_id = '${done.orderId}'`,
    /goes only with its order/,
  ],
  [
    'a promise moved behind a pause of one’s own making',
    ({ open }) =>
      `create temp table order_blockers (like public.order_blockers);
       insert into order_blockers (id, order_id, kind, reason, source, opened_at) values (gen_random_uuid(), '${open.orderId}', 'pause', 'r', 's', now());
       update orders set original_promise_at = promise_at, promise_at = promise_at + interval '1 year' where id = '${open.orderId}'`,
    /is kept/,
  ],
  [
    'refunds above what was paid, behind a table of large payments',
    ({ done }) =>
      `create temp table payments as select * from public.payments; update payments set amount_pence = 1000000;
       insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at)
         values ('re_t', '${done.orderId}', 'pi_${done.orderId}', 4801, 'succeeded', now(), now())`,
    /pence given back of 4900/,
  ],
];
