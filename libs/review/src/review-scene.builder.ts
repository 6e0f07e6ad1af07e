import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type Clock, newId, newReference, sha256 } from '@app/kernel';
import { Audit, AuditChain, AuditKeys } from '@app/audit';
import { testEnvironment } from '@app/testing';
import type { CheckResult } from './checks/check-result.js';
import { Review } from './review.entity.js';
import type { StaffRole } from '@app/staff';
import { reopenReview } from './approved-reviews.store.js';

/** What a test says of a review; everything else is usual. */
export interface SceneReview {
  readonly promiseAt?: Date;
  readonly checks?: CheckResult[];
  readonly name?: string;
  readonly email?: string;
  readonly orderState?: 'paid' | 'cancelled';
}

export interface MadeReview {
  readonly reviewId: string;
  readonly orderId: string;
  readonly blueprintId: string;
  readonly assessmentId: string;
  readonly reference: string;
  readonly sha256: string;
  readonly pdf: Buffer;
}

const GREEN: CheckResult[] = [{ id: 'pages', title: '15 pages', level: 'green', found: '15 pages.' }];

/** Puts paid orders with a rendered blueprint and an open review into a test's database. For tests only. */
export class ReviewScene {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  get audit(): Audit {
    return new Audit(this.source, this.clock, new AuditKeys(testEnvironment()));
  }

  get auditChain(): AuditChain {
    return new AuditChain(this.source, new AuditKeys(testEnvironment()), this.clock);
  }

  async staff(
    name: string,
    roles: StaffRole[] = ['reviewer'],
  ): Promise<{ staffId: string; ipAddress: string }> {
    const id = newId();
    await this.source.query(
      `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at) values ($1, $2, $3, $4, 'none', 'none', $5)`,
      [id, `${id}@example.org`, name, roles, this.clock.now()],
    );
    return { staffId: id, ipAddress: '192.0.2.1' };
  }

  async review({
    promiseAt = new Date('2026-11-26T18:00Z'),
    checks = GREEN,
    name = 'Ada Lovelace',
    email = 'ada@example.org',
    orderState = 'paid',
  }: SceneReview = {}): Promise<MadeReview> {
    const [orderId, assessmentId, reviewId] = [newId(), newId(), newId()];
    const reference = newReference('PW', 8);
    const now = this.clock.now();
    await this.source.query(
      `insert into assessments (id, resume_code_hash, created_at, updated_at, expires_at) values ($1, $2, $3, $3, $3::timestamptz + interval '1 year')`,
      [assessmentId, randomBytes(32), now],
    );
    await this.source.query(
      `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name, customer_email, occupation_title,
         price_pence, start_choice, created_at, expires_at, paid_at, paid_pence, clock_started_at, target_at, promise_at)
       values ($1, $2, $3, $4, $5, $6, 'none', $7, $8, 'Machine learning engineer', 4900, 'start_now', $9, $9, $9, 4900, $9, $10, $10)`,
      [orderId, reference, orderState, assessmentId, newId(), randomBytes(32), name, email, now, promiseAt],
    );
    await this.source.query(
      `insert into payments (id, session_id, order_id, payment_intent_id, amount_pence, currency, accepted, received_at)
       values ($1::uuid, $1::text, $1::uuid, 'pi_' || $1::text, 4900, 'gbp', true, $2)`,
      [orderId, now],
    );
    const file = await this.blueprint(orderId, 1);
    await this.source.manager.insert(Review, {
      id: reviewId,
      orderId,
      blueprintId: file.blueprintId,
      state: 'queued',
      checks,
      promiseAt,
      createdAt: now,
    });
    return { reviewId, orderId, assessmentId, reference, ...file };
  }

  /** The file carries a note by this person, as it must before they approve it. */
  async noted({ reviewId }: Pick<MadeReview, 'reviewId'>, { staffId }: { staffId: string }): Promise<void> {
    await this.source.query('update reviews set note_by = $2 where id = $1', [reviewId, staffId]);
  }

  /** Another rendered version; the one before is superseded. */
  async blueprint(
    orderId: string,
    version: number,
  ): Promise<Pick<MadeReview, 'blueprintId' | 'sha256' | 'pdf'>> {
    const blueprintId = newId();
    const pdf = randomBytes(64);
    await this.source.query(
      `update blueprints set state = 'superseded', superseded_at = $2 where order_id = $1`,
      [orderId, this.clock.now()],
    );
    await this.source.query(
      `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, pdf_pages, drafted_at, rendered_at)
       values ($1, $2, $3, 'rendered', '{}', 't', 'c', 'm', $4, $5, $6, 15, $7, $7)`,
      [blueprintId, orderId, version, newId(), pdf, sha256(pdf), this.clock.now()],
    );
    return { blueprintId, sha256: sha256(pdf), pdf };
  }

  /** Names and payloads of the jobs that wait, oldest first. */
  async jobs(): Promise<{ name: string; payload: unknown }[]> {
    return await this.source.query(
      `select t.identifier as name, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
    );
  }

  /** Takes an approval back, as a recall does. */
  async reopen(reviewId: string): Promise<void> {
    await this.source.transaction((manager) => reopenReview(manager, reviewId));
  }
}
