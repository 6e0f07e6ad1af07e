import { auditEntities } from '@app/audit';
import { newId, sha256 } from '@app/kernel';
import { OnTimeRecord } from '@app/orders';
import { Review } from '@app/review';
import { staffEntities } from '@app/staff';
import { StaffTasks, taskEntities } from '@app/tasks';
import { createTestDatabase, FakeClock, type TestDatabase } from '@app/testing';
import { type MadeReview, ReviewScene } from '../../review/src/review-scene.builder.js';
import { FigureCount } from './figure-count.js';
import { EditedBlocks } from './edited-blocks.reading.js';
import { type MetricWeek, WeeklyMetrics } from './weekly-metrics.reading.js';

let database: TestDatabase;
let clock: FakeClock;
let scene: ReviewScene;
let metrics: WeeklyMetrics;
let count: FigureCount;
beforeAll(async () => {
  database = await createTestDatabase([...auditEntities, ...staffEntities, ...taskEntities, Review]);
  clock = new FakeClock();
  scene = new ReviewScene(database.source, clock);
  count = new FigureCount(database.source, clock);
  metrics = new WeeklyMetrics(database.source, clock, new OnTimeRecord(database.source, clock));
});
afterAll(() => database.drop());

const sql = (text: string, values: unknown[] = []): Promise<unknown> => database.source.query(text, values);
/** The week of Monday 23 November 2026, looked at two weeks later. */
const week = async (): Promise<MetricWeek | undefined> => {
  clock.set('2026-12-08T10:00Z');
  await count.count();
  return (await metrics.weeks(4)).find(({ monday }) => monday === '2026-11-23');
};
async function entry(at: string, staffId: string, action: string, kind: string, id: string): Promise<void> {
  clock.set(at);
  await scene.audit.note({ staffId, action, subject: { kind, id } });
}
const decide = (review: MadeReview, state: 'approved' | 'returned', at: string): Promise<unknown> =>
  sql(
    `update reviews set state = $2, decided_at = $3, decided_by = (select id from staff limit 1), note_by = (select id from staff limit 1),
       reason = 'Too vague.', approved_sha256 = case when $2 = 'approved' then $4 end where id = $1`,
    [review.reviewId, state, at, review.sha256],
  );

/** The next version of an order's blueprint, two of its blocks changed, with a review of its own. */
async function redrafted(before: MadeReview): Promise<MadeReview> {
  const [reviewId, pdf] = [newId(), Buffer.from('another file')];
  const edits = [1, 2].map((n) => ({
    page: 12,
    draft: `a${n}`,
    text: `b${n}`,
    ...(n === 2 && { block: { kind: 'item', place: 3 } }),
  }));
  await sql(`update blueprints set state = 'superseded', superseded_at = $2 where id = $1`, [
    before.blueprintId,
    clock.now(),
  ]);
  const [row] = (await sql(
    `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, pdf_pages, drafted_at, rendered_at)
     values ($1, $2, 2, 'rendered', $3, 't', 'c', 'm', $1::uuid::text, $4, $5, 15, $6, $6) returning id`,
    [newId(), before.orderId, { edits }, pdf, sha256(pdf), clock.now()],
  )) as { id: string }[];
  const review = { ...before, reviewId, blueprintId: row?.id ?? '', sha256: sha256(pdf), pdf };
  await sql(
    `insert into reviews (id, order_id, blueprint_id, state, promise_at, created_at) select $1, order_id, $2, 'queued', promise_at, created_at from reviews where id = $3`,
    [reviewId, review.blueprintId, before.reviewId],
  );
  return review;
}

describe('the figures of a week', () => {
  it('are null or 0 where there was nothing', async () => {
    expect(await week()).toEqual({
      monday: '2026-11-23',
      due: 0,
      onTime: 0,
      approved: 0,
      firstPass: 0,
      hoursToApproval: null,
      touchMinutes: null,
      editsPerFile: null,
      returns: 0,
      holds: 0,
      refunds: 0,
      refundedPence: 0,
      disputes: 0,
      complaints: 0,
    });
  });

  it('are what was done in it, each counted as the page says', async () => {
    clock.set('2026-11-24T10:00Z');
    const { staffId } = await scene.staff('Ana');
    const [first, second, back] = [await scene.review(), await scene.review(), await scene.review()];
    // Half past the Monday after: of another week.
    const later = await scene.review({ promiseAt: new Date('2026-11-30T00:30Z') });
    // On the clock from Tuesday 10:00; approved after 4 and after 8 + 7 business hours.
    const { reviewId, orderId } = first;
    await entry('2026-11-24T13:40Z', staffId, 'review.claimed', 'review', reviewId);
    await entry('2026-11-24T13:46Z', staffId, 'blueprint.viewed', 'order', orderId);
    await entry('2026-11-24T13:57Z', staffId, 'review.edited', 'review', reviewId);
    await entry('2026-11-24T13:59Z', staffId, 'review.held', 'review', reviewId);
    // The reviewer's note makes a second file, with no word of the draft changed.
    const noted = await scene.blueprint(orderId, 2);
    await sql(
      `update reviews set state = 'claimed', claimed_by = $2, claimed_at = $3, claim_active_at = $3 where id = $1`,
      [reviewId, staffId, clock.now()],
    );
    await sql('update reviews set blueprint_id = $2 where id = $1', [reviewId, noted.blueprintId]);
    await decide({ ...first, ...noted }, 'approved', '2026-11-24T14:00Z');
    await decide(second, 'returned', '2026-11-24T11:00Z');
    await decide(await redrafted(second), 'approved', '2026-11-25T16:00Z');
    await decide(back, 'returned', '2026-11-26T10:00Z');
    clock.set('2026-11-27T10:00Z');
    await database.source.transaction((manager) =>
      new StaffTasks(database.source, clock).raise(manager, {
        kind: 'complaint',
        subject: 'c-1',
        summary: 'A complaint.',
      }),
    );
    expect(later.reviewId).not.toBe(reviewId);
    expect(await count.missing()).toBe(4);
    expect(await week()).toEqual({
      monday: '2026-11-23',
      // Three promised for Thursday 18:00; none has left.
      due: 3,
      onTime: 0,
      approved: 2,
      firstPass: 1,
      hoursToApproval: (4 + 15) / 2,
      // 6 + 2 minutes; the 11 between are a pause. The other two reviews have no entries, so no time.
      touchMinutes: 8,
      editsPerFile: 1,
      returns: 2,
      holds: 1,
      refunds: 0,
      refundedPence: 0,
      disputes: 0,
      complaints: 1,
    });
    expect(await metrics.editedPages(4)).toEqual([{ page: 12, edits: 2, files: 1 }]);
    const of = { templateVersion: 't', page: 12, files: 1, of: 2 };
    expect(await new EditedBlocks(database.source, clock).since(4, 10)).toEqual([
      { ...of, kind: 'item', place: 3 },
      { ...of, kind: null, place: null },
    ]);
    expect(await metrics.returnReasons(4, 5)).toEqual([
      { reason: 'Too vague.', count: 2, orderIds: expect.arrayContaining([second.orderId, back.orderId]) },
    ]);
  });

  it('are counted once each: what is decided later comes to them, an approval that is taken back goes, and what no page shows is dropped', async () => {
    const counted = async (): Promise<[number, number | undefined]> => [
      await count.missing(),
      (await week())?.approved,
    ];
    expect(await counted()).toEqual([0, 2]);
    clock.set('2026-11-24T10:00Z');
    const review = await scene.review();
    // Decided before what was counted last, and written down after it.
    await decide(review, 'approved', '2026-11-26T09:00Z');
    clock.set('2026-12-08T10:00Z');
    expect(await counted()).toEqual([1, 3]);
    expect(await counted()).toEqual([0, 3]);
    await scene.reopen(review.reviewId);
    expect(await counted()).toEqual([0, 2]);
    await decide(review, 'approved', '2026-12-01T09:00Z');
    expect(await counted()).toEqual([1, 2]);
    expect((await metrics.weeks(4)).find(({ monday }) => monday === '2026-11-30')?.approved).toBe(1);
    clock.set('2027-06-01T10:00Z');
    await count.count();
    expect(await sql('select 1 from review_figures')).toEqual([]);
  });
});
