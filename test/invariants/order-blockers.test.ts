import type { DataSource } from 'typeorm';
import { newId } from '@app/kernel';
import { createTestDatabase, FakeClock, type TestDatabase } from '@app/testing';
import { type MadeReview, ReviewScene } from '../../libs/review/src/review-scene.builder.js';
import { Review } from '@app/review';

let database: TestDatabase;
let source: DataSource;
let scene: ReviewScene;
let staffId: string;
beforeAll(async () => {
  database = await createTestDatabase([Review]);
  ({ source } = database);
  scene = new ReviewScene(source, new FakeClock());
  ({ staffId } = await scene.staff('Ana'));
});
afterAll(() => database?.drop());

const bind = async ({ orderId }: MadeReview, kind = 'dispute', from: string = newId()): Promise<void> => {
  await source.query(
    `insert into order_blockers (id, order_id, kind, reason, source, opened_at) values ($1, $2, $3, 'why', $4, now())`,
    [newId(), orderId, kind, from],
  );
};
const free = ({ orderId }: MadeReview): Promise<unknown> =>
  source.query(
    `update order_blockers set ended_at = now(), ended_reason = 'settled', end_act = 'order.blocker_ended'
     where order_id = $1 and ended_at is null`,
    [orderId],
  );
const approve = (
  { reviewId, sha256 }: MadeReview,
  by: { query: DataSource['query'] } = source,
): Promise<unknown> =>
  by.query(
    `update reviews set state = 'approved', approved_sha256 = $2, decided_by = $3, note_by = $3, decided_at = now() where id = $1`,
    [reviewId, sha256, staffId],
  );
const queue = async ({ orderId, blueprintId, sha256 }: MadeReview): Promise<string> => {
  const id = newId();
  await source.query(
    `insert into deliveries (id, order_id, kind, subject_key, blueprint_id, approved_sha256, recipient, message_id, state, send_after, created_at)
     values ($1, $2, 'blueprint', $3, $4, $5, 'ada@example.org', $3, 'queued', now(), now())`,
    [id, orderId, id, blueprintId, sha256],
  );
  return id;
};

describe('while a blocker stands, PostgreSQL itself refuses', () => {
  it('to approve the review', async () => {
    const made = await scene.review();
    await bind(made);
    await expect(approve(made)).rejects.toThrow(/is blocked: dispute/);
    await free(made);
    await approve(made);
  });

  it('to insert a review that is approved already', async () => {
    const made = await scene.review();
    await source.query('delete from reviews where id = $1', [made.reviewId]);
    await bind(made, 'pause');
    await expect(
      source.query(
        `insert into reviews (id, order_id, blueprint_id, state, promise_at, decided_by, note_by, decided_at, approved_sha256, created_at)
         values ($1, $2, $3, 'approved', now(), $4, $4, now(), $5, now())`,
        [newId(), made.orderId, made.blueprintId, staffId, made.sha256],
      ),
    ).rejects.toThrow(/is blocked: pause/);
  });

  it('to queue the email with the blueprint, to send it, and to send a stopped one again', async () => {
    const made = await scene.review();
    await approve(made);
    await bind(made, 'cancellation_notice');
    await expect(queue(made)).rejects.toThrow(/is blocked: cancellation_notice/);
    await free(made);
    const id = await queue(made);
    await bind(made, 'fraud_warning');
    for (const state of ['sending', 'queued'] as const) {
      if (state === 'queued')
        await source.query(`update deliveries set state = 'bounced' where id = $1`, [id]);
      await expect(
        source.query('update deliveries set state = $2 where id = $1', [id, state]),
      ).rejects.toThrow(/is blocked: fraud_warning/);
    }
  });

  it('an approval that overlaps with the notice: it waits for the order, then sees it', async () => {
    const made = await scene.review();
    const notice = source.createQueryRunner();
    const approval = source.createQueryRunner();
    try {
      await notice.startTransaction();
      await notice.query('select 1 from orders where id = $1 for update', [made.orderId]);
      const approving = approve(made, approval);
      approving.catch(() => undefined);
      await notice.query(
        `insert into order_blockers (id, order_id, kind, reason, source, opened_at) values ($1, $2, 'dispute', 'why', 's', now())`,
        [newId(), made.orderId],
      );
      await notice.commitTransaction();
      await expect(approving).rejects.toThrow(/is blocked: dispute/);
    } finally {
      await notice.release();
      await approval.release();
    }
  });

  it('a second of the same kind, a source told of twice, and an end without its reason', async () => {
    const made = await scene.review();
    await bind(made, 'dispute', 'dp_1');
    await expect(bind(made, 'dispute', 'dp_2')).rejects.toThrow(/order_blockers_one_open/);
    await expect(
      source.query(`update order_blockers set ended_at = now() where order_id = $1`, [made.orderId]),
    ).rejects.toThrow(/check/);
    await free(made);
    await expect(bind(made, 'dispute', 'dp_1')).rejects.toThrow(/unique/);
  });
});
