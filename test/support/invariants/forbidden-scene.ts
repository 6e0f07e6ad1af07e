import type { DataSource } from 'typeorm';
import { auditEntities } from '@app/audit';
import { newId, sha256 } from '@app/kernel';
import { Review } from '@app/review';
import { createTestDatabase, FakeClock, type TestDatabase } from '@app/testing';
import { type MadeReview, ReviewScene } from '../../../libs/review/src/review-scene.builder.js';

/** An order of the scene, with all that hangs on it. */
export interface ScenedOrder extends MadeReview {
  readonly deliveryId: string;
  readonly linkId: string;
}

/** Orders in the states in which something may be forbidden to them, on a database of their own, as the role of the applications. */
export class ForbiddenScene {
  private readonly review: ReviewScene;
  staffId: string;
  /** Paid, approved, delivered, partly refunded, with every paper and record there is. */
  done: ScenedOrder;
  /** Another like it. */
  other: ScenedOrder;
  /** Paid and approved; nothing is queued yet. */
  approved: MadeReview;
  /** Paid, approved and queued. */
  queued: ScenedOrder;
  /** Paid; its draft lies before a reviewer. */
  open: MadeReview;
  /** As `queued`, and a dispute binds it. */
  bound: ScenedOrder;
  /** Made, and never paid. */
  unpaidOrderId: string;

  private constructor(readonly database: TestDatabase) {
    this.review = new ReviewScene(database.source, new FakeClock());
  }

  static async open(): Promise<ForbiddenScene> {
    const scene = new ForbiddenScene(await createTestDatabase([Review, ...auditEntities]));
    ({ staffId: scene.staffId } = await scene.review.staff('Ana'));
    scene.done = await scene.delivered();
    scene.other = await scene.delivered();
    scene.approved = await scene.approvedOrder();
    scene.queued = await scene.queuedOrder();
    scene.open = await scene.review.review();
    scene.bound = await scene.queuedOrder();
    await scene.run(
      `insert into order_blockers (id, order_id, kind, reason, source, opened_at) values ($1, $2, 'dispute', 'why', 'dp_1', now())`,
      [newId(), scene.bound.orderId],
    );
    scene.unpaidOrderId = await scene.unpaid();
    return scene;
  }

  get source(): DataSource {
    return this.database.source;
  }

  /**
   * Does what a statement asks for, checks everything that would be checked at the end of its transaction, and takes it back.
   * @throws what PostgreSQL says, when it refuses.
   */
  async attempt(sql: string): Promise<void> {
    const runner = this.source.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(sql);
      await runner.query('set constraints all immediate');
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  private async run(sql: string, parameters: readonly unknown[]): Promise<void> {
    await this.source.query(sql, [...parameters]);
  }

  /** Names the order wherever a statement says `$1`, as a text or as an id. */
  private async say(sql: string, orderId: string): Promise<void> {
    await this.source.query(sql.replaceAll('$1', `'${orderId}'`));
  }

  private async approvedOrder(): Promise<MadeReview> {
    const made = await this.review.review();
    await this.run(
      `update reviews set state = 'approved', approved_sha256 = $2, note_by = $3, decided_by = $3, decided_at = now() where id = $1`,
      [made.reviewId, made.sha256, this.staffId],
    );
    return made;
  }

  private async queuedOrder(): Promise<ScenedOrder> {
    const made = await this.approvedOrder();
    const [deliveryId, linkId] = [newId(), newId()];
    await this.run(
      `insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at)
       values ($1::uuid, $2, 'blueprint', $1::text, $3, $4, 'ada@example.org', $1::text, 'queued', now(), now())`,
      [deliveryId, made.orderId, made.blueprintId, made.sha256],
    );
    await this.run(
      `insert into download_links (id, order_id, blueprint_id, token_hash, created_at, expires_at)
       values ($1, $2, $3, $4, now(), now() + interval '30 days')`,
      [linkId, made.orderId, made.blueprintId, Buffer.from(sha256(linkId), 'hex')],
    );
    return { ...made, deliveryId, linkId };
  }

  private async delivered(): Promise<ScenedOrder> {
    const order = await this.queuedOrder();
    const { orderId, deliveryId, linkId } = order;
    await this.run(`update deliveries set state = 'sending' where id = $1`, [deliveryId]);
    await this.run(
      `insert into delivery_attempts (id, delivery_id, started_at, data_started_at, ended_at, outcome)
       values (gen_random_uuid(), $1, now(), now(), now(), 'accepted')`,
      [deliveryId],
    );
    await this.run(`update deliveries set state = 'accepted', accepted_at = now() where id = $1`, [
      deliveryId,
    ]);
    await this.run('update orders set delivered_at = now() where id = $1', [orderId]);
    await this.run(`insert into downloads values (gen_random_uuid(), $1, now(), '192.0.2.1')`, [linkId]);
    await this.money(orderId);
    await this.records(orderId);
    return order;
  }

  private async money(orderId: string): Promise<void> {
    const number = String((await this.source.query<unknown[]>('select 1 from receipts')).length + 1).padStart(
      6,
      '0',
    );
    const say = (sql: string): Promise<void> => this.say(sql, orderId);
    await say(
      `insert into checkout_sessions (id, order_id, attempt, session_id, state, amount_pence, customer_email, created_at, expires_at)
       values (gen_random_uuid(), $1, 1, 'cs_' || $1, 'paid', 4900, 'ada@example.org', now(), now())`,
    );
    await say(
      `insert into refund_requests (key, order_id, amount_pence, reason, asked_at) values ('rq_' || $1, $1::uuid, 100, 'late', now())`,
    );
    await say(
      `insert into refunds (id, order_id, payment_intent_id, amount_pence, status, created_at, updated_at)
       values ('re_' || $1, $1::uuid, 'pi_' || $1, 100, 'succeeded', now(), now())`,
    );
    await say(`update refund_requests set refund_id = 're_' || $1 where order_id = $1::uuid`);
    await say('update orders set refunded_pence = 100, refunded_at = now() where id = $1');
    await this.run(`insert into receipts values ($2, $1, now(), 4900, 4900, 0, null)`, [
      orderId,
      `PW-R-${number}`,
    ]);
    await this.run(
      `insert into credit_notes (number, refund_id, order_id, receipt_number, issued_at, total_pence, net_pence, vat_pence, seller)
       values ($2, 're_' || $1::text, $1::uuid, $3, now(), 100, 100, 0, '{}')`,
      [orderId, `PW-C-${number}`, `PW-R-${number}`],
    );
    await this.run(
      `insert into refund_decisions (id, order_id, amount_pence, reason, asked_by, asked_at, needs_second) values (gen_random_uuid(), $1, 100, 'r', $2, now(), true)`,
      [orderId, this.staffId],
    );
    await say(
      `insert into disputes (id, order_id, payment_intent_id, amount_pence, state, reason, opened_at, closed_at)
       values ('dp_' || $1, $1::uuid, 'pi_' || $1, 4900, 'won', 'general', now(), now())`,
    );
  }

  private async records(orderId: string): Promise<void> {
    const say = (sql: string): Promise<void> => this.say(sql, orderId);
    await say(`insert into order_events (order_id, name, at) values ($1, 'placed', now())`);
    await say(`insert into order_choices values ($1::uuid, $1::uuid, 'start_now', now())`);
    await say(
      `insert into order_consents (id, order_id, choice_id, kind, wording_version, wording, given_at, ip_address)
       select id, order_id, id, 'right_ends_on_delivery', '1', 'w', made_at, '192.0.2.1' from order_choices where order_id = $1`,
    );
    await say(
      `insert into order_blockers values (gen_random_uuid(), $1, 'hold', 'r', 's', now(), null, now(), null, 'r', 'review.resumed')`,
    );
    await say(
      `insert into corrections (id, order_id, about, words, asked_at, decision, decided_at, answer, settled_at)
       values (gen_random_uuid(), $1, 'me', 'w', now(), 'answer', now(), 'a', now())`,
    );
    await say(
      `insert into stripe_events (id, type, livemode, payload, created_at, received_at, handled_at, outcome)
       values ('evt_' || $1, 'charge.refunded', false, '{"id": 1}', now(), now(), now(), 'done')`,
    );
    await this.source.transaction((manager) =>
      this.review.audit.record(manager, {
        staffId: this.staffId,
        action: 'order.delivered',
        subject: { kind: 'order', id: orderId },
      }),
    );
  }

  private async unpaid(): Promise<string> {
    const id = newId();
    await this.run(
      `insert into assessments (id, created_at, updated_at, expires_at) values ($1, now(), now(), now())`,
      [id],
    );
    await this.run(
      `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name, customer_email,
         occupation_title, price_pence, start_choice, created_at, expires_at)
       values ($1::uuid, $1::text, 'awaiting_payment', $1::uuid, $1::text, $2, 's', 'Ada', 'a@example.org', 'Nurse', 4900, 'start_now', now(), now())`,
      [id, Buffer.from(id)],
    );
    return id;
  }
}
