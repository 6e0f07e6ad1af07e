import type { ForbiddenScene } from './forbidden-scene.js';

/** A state that must never be: what somebody tries in SQL, and the words of the refusal. */
export type Attempt = readonly [what: string, sql: (scene: ForbiddenScene) => string, words: RegExp];

/** What must remain possible. */
export type Allowed = readonly [what: string, sql: (scene: ForbiddenScene) => string];

export const insertDelivery = (
  { orderId, blueprintId, sha256 }: { orderId: string; blueprintId: string; sha256: string },
  more: { state?: string; againOf?: string } = {},
): string =>
  `insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at, again_of)
   values (gen_random_uuid(), '${orderId}', 'blueprint', gen_random_uuid(), '${blueprintId}', '${sha256}', 'a@example.org', gen_random_uuid(),
     '${more.state ?? 'queued'}', now(), now(), ${more.againOf === undefined ? 'null' : `'${more.againOf}'`})`;

export const insertLink = ({ orderId, blueprintId }: { orderId: string; blueprintId: string }): string =>
  `insert into download_links (id, order_id, blueprint_id, token_hash, created_at, expires_at)
   values (gen_random_uuid(), '${orderId}', '${blueprintId}', sha256('x'), now(), now() + interval '1 day')`;

export const insertBlueprint = (orderId: string, pdf: string, hash: string): string =>
  `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, drafted_at)
   values (gen_random_uuid(), '${orderId}', 9, 'superseded', '{}', 't', 'c', 'm', gen_random_uuid(), '${pdf}', ${hash}, now())`;

export const insertPayment = (
  orderId: string | null,
  { amount = 4900, currency = 'gbp', accepted = true },
): string =>
  `insert into payments (id, session_id, order_id, payment_intent_id, amount_pence, currency, accepted, received_at)
   values (gen_random_uuid(), gen_random_uuid(), ${orderId === null ? 'null' : `'${orderId}'`}, gen_random_uuid(), ${amount}, '${currency}', ${accepted}, now())`;

export const pay = (orderId: string, pence: number): string =>
  `update orders set state = 'paid', paid_at = now(), paid_pence = ${pence} where id = '${orderId}'`;

export const approve = (reviewId: string, sha256: string, by: string): string =>
  `update reviews set state = 'approved', approved_sha256 = '${sha256}', note_by = '${by}', decided_by = '${by}', decided_at = now() where id = '${reviewId}'`;
