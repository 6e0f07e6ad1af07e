import type { DataSource } from 'typeorm';
import { newId, newReference, sha256 } from '@app/kernel';

export interface BuiltAssessment {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly completedAt?: Date;
  readonly email?: string;
}

/** A saved assessment, straight into the table. */
export async function buildAssessment(source: DataSource, row: BuiltAssessment): Promise<string> {
  const id = newId();
  await source.query(
    `insert into assessments (id, resume_code_hash, answers, result, email, resume_code_sealed, completed_at, created_at, updated_at, expires_at)
     values ($1, $2, '{"jobTitle": "Nurse"}', $3, $4, $5, $6, $7, $7, $8)`,
    [
      id,
      Buffer.from(id),
      row.completedAt ? '{"occupationTitle": "Nurse"}' : null,
      row.email ?? null,
      row.email === undefined ? null : 'sealed',
      row.completedAt ?? null,
      row.createdAt,
      row.expiresAt,
    ],
  );
  return id;
}

export interface BuiltOrder {
  readonly state: 'paid' | 'expired' | 'cancelled';
  readonly at: Date;
  readonly paidAt?: Date;
  readonly deliveredAt?: Date;
  readonly refundedAt?: Date;
}

/** An order with a row in every table that holds a part of one. */
export async function buildOrder(
  source: DataSource,
  { state, at, paidAt, deliveredAt, refundedAt }: BuiltOrder,
): Promise<{ orderId: string; assessmentId: string }> {
  const assessmentId = await buildAssessment(source, { createdAt: at, completedAt: at, expiresAt: at });
  const [orderId, staffId, blueprintId, linkId] = [newId(), newId(), newId(), newId()];
  const pdf = Buffer.from(`%PDF of Sam ${newId()}`);
  const sha = sha256(pdf);
  await source.query(
    `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name,
       customer_email, occupation_title, price_pence, start_choice, created_at, expires_at, paid_at, paid_pence,
       refunded_at, expired_at)
     values ($1::uuid, $2, $3::text, $4, $1::text, $5, 'sealed', 'Sam', 'sam@example.org', 'Nurse', 4900, 'start_now', $6, $6, $7::timestamptz,
       case when $7::timestamptz is not null then 4900 end, $8, case when $3 = 'expired' then $6::timestamptz end)`,
    [
      orderId,
      newReference('PW', 8),
      state === 'expired' ? state : paidAt === undefined ? 'awaiting_payment' : 'paid',
      assessmentId,
      Buffer.from(orderId),
      at,
      paidAt ?? null,
      refundedAt ?? null,
    ],
  );
  const run = (sql: string, ...parameters: unknown[]): Promise<unknown> => source.query(sql, parameters);
  const choiceId = newId();
  await run(`insert into order_choices values ($1, $2, 'start_now', $3)`, choiceId, orderId, at);
  await run(
    `insert into order_consents (id, order_id, choice_id, kind, wording_version, wording, given_at, ip_address)
     values ($1, $2, $3, 'right_ends_on_delivery', '1', 'w', $4, '192.0.2.1')`,
    newId(),
    orderId,
    choiceId,
    at,
  );
  await run(`insert into order_events (order_id, name, at) values ($1, 'placed', $2)`, orderId, at);
  await run(
    `insert into order_blockers values ($1::uuid, $2, 'hold', 'r', 's', $3, null, $3, null, 'r', 'review.resumed')`,
    newId(),
    orderId,
    at,
  );
  await run(`insert into rechecks values ($1, $2, $3, 'learn', 'some', $2)`, orderId, at, assessmentId);
  await run(
    `insert into staff_tasks (id, kind, subject, order_id, summary, opened_at, due_at) values ($1::uuid, 'k', $1::text, $2, 's', $3, $3)`,
    newId(),
    orderId,
    at,
  );
  await run(
    `insert into checkout_sessions (id, order_id, attempt, session_id, state, amount_pence, customer_email, created_at, expires_at)
     values ($1::uuid, $2, 1, $1::text, 'expired', 4900, 'sam@example.org', $3, $3)`,
    newId(),
    orderId,
    at,
  );
  const end = async (): Promise<{ orderId: string; assessmentId: string }> => {
    if (state === 'cancelled')
      await run(`update orders set state = 'cancelled', cancelled_at = $2 where id = $1`, orderId, at);
    if (deliveredAt) await run('update orders set delivered_at = $2 where id = $1', orderId, deliveredAt);
    return { orderId, assessmentId };
  };
  if (paidAt === undefined) return await end();
  const paymentId = newId();
  await run(
    `insert into payments values ($1::uuid, $1::text, $2, $1::text, 4900, 'gbp', true, $3)`,
    paymentId,
    orderId,
    paidAt,
  );
  await run(
    `insert into refunds values ($1, $2, $1, 100, 'succeeded', null, $3, $3)`,
    paymentId,
    orderId,
    paidAt,
  );
  await run(
    `insert into refund_requests values ($1, $2, 100, 'r', $3, null, $3, 'no')`,
    newId(),
    orderId,
    paidAt,
  );
  await run(
    `insert into disputes values ($1, $2, $1, 4900, 'lost', 'general', null, $3, $3)`,
    newId(),
    orderId,
    paidAt,
  );
  await run(
    `insert into refund_decisions (id, order_id, amount_pence, reason, asked_by, asked_at, needs_second) values ($1::uuid, $2, 1, 'r', $1::uuid, $3, false)`,
    newId(),
    orderId,
    paidAt,
  );
  await run(`insert into receipts values ($1, $2, $3, 4900, 4900, 0, null)`, newId(), orderId, paidAt);
  await run(
    `insert into credit_notes values ((select 'PW-C-' || lpad((count(*) + 1)::text, 6, '0') from credit_notes),
       (select id from refunds where order_id = $1), $1, (select number from receipts where order_id = $1), $2, 100, 100, 0, null, '{}')`,
    orderId,
    paidAt,
  );
  await run(
    `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at) values ($1::uuid, $1::text, 'R', '{reviewer}', 'x', 'x', $2)`,
    staffId,
    at,
  );
  const correctionId = newId();
  await run(
    `insert into corrections (id, order_id, about, words, asked_at, decision, decided_at, answer, settled_at)
     values ($1, $2, 'me', 'Sam, not Tom', $3, 'redraft', $3, 'Sam it is', $3)`,
    correctionId,
    orderId,
    at,
  );
  await run(
    `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf,
       pdf_sha256, pdf_pages, calendar_file, drafted_at, rendered_at, correction_id)
     values ($1::uuid, $2, 1, 'rendered', '{"person": "Sam"}', 't', 'c', 'm', $1::text, $5, $3, 15, 'ics', $4, $4, $6)`,
    blueprintId,
    orderId,
    sha,
    at,
    pdf,
    correctionId,
  );
  const reviewId = newId();
  await run(
    `insert into reviews (id, order_id, blueprint_id, state, promise_at, decided_by, note_by, decided_at, approved_sha256, created_at)
     values ($1, $2, $3, 'approved', $5, $4, $4, $5, $6, $5)`,
    reviewId,
    orderId,
    blueprintId,
    staffId,
    at,
    sha,
  );
  await run(
    `insert into review_figures (review_id, decided_at, state, first_approval, as_drafted, template_version, edits)
     values ($1, $2, 'approved', true, true, '1', '[]')`,
    reviewId,
    at,
  );
  await run(
    `insert into review_ticks (review_id, staff_id, sha256, page, at) values ($1, $2, $3, 1, $4)`,
    reviewId,
    staffId,
    sha,
    at,
  );
  await run(
    `insert into made_versions (blueprint_id, review_id, made_by, how, words, at) values ($1, $2, $3, 'words', '', $4)`,
    blueprintId,
    reviewId,
    staffId,
    at,
  );
  const deliveryId = newId();
  await run(
    `insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at)
     values ($1::uuid, $2, 'blueprint', $1::text, $3, $4, 'sam@example.org', $1::text, 'queued', $5, $5)`,
    deliveryId,
    orderId,
    blueprintId,
    sha,
    at,
  );
  await run(`update deliveries set state = 'sending' where id = $1`, deliveryId);
  await run(
    `insert into delivery_attempts (id, delivery_id, started_at) values ($1, $2, $3)`,
    newId(),
    deliveryId,
    at,
  );
  await run(`update deliveries set state = 'accepted' where id = $1`, deliveryId);
  await run(
    `insert into download_links values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + interval '30 days', null)`,
    linkId,
    orderId,
    blueprintId,
    Buffer.from(linkId),
    at,
  );
  await run(`insert into downloads values ($1, $2, $3, '192.0.2.1')`, newId(), linkId, at);
  return await end();
}
