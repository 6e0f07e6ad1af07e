import { blueprintEntities } from '@app/blueprint';
import { draftBlueprint, orderEntities } from '@app/orders';
import { createTestDatabase, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import type { CheckLevel, CheckResult } from '../checks/check-result.js';
import type { ReviewChecks } from '../checks/review-checks.service.js';
import { sendBlueprint } from '../review-jobs.definitions.js';
import { Review } from '../review.entity.js';
import { type MadeReview, ReviewScene } from '../review-scene.builder.js';
import { auditEntities } from '@app/audit';
import { staffEntities } from '@app/staff';
import { taskEntities } from '@app/tasks';
import type { Actor } from './actor.js';
import { Claims } from './claims.service.js';
import { type DraftEdit, DraftEdits } from './draft-edits.js';
import { ReviewService } from './review.service.js';
import { PageTick } from '../workbench/page-tick.entity.js';
import { PageTicks } from '../workbench/page-ticks.js';
import { SecondApprovals } from './second-approvals.js';

let database: TestDatabase;
let clock: FakeClock;
let scene: ReviewScene;
let claims: Claims;
let reviews: ReviewService;
let strictly: ReviewService;
let seconds: SecondApprovals;
let edits: DraftEdit;
let level: CheckLevel;
let ana: Actor;

beforeAll(async () => {
  database = await createTestDatabase([
    ...auditEntities,
    ...blueprintEntities,
    ...orderEntities,
    ...staffEntities,
    ...taskEntities,
    Review,
    PageTick,
  ]);
  clock = new FakeClock();
  scene = new ReviewScene(database.source, clock);
  claims = new Claims(database.source, scene.audit, clock);
  // What the checks find has tests of its own; here they find what the test says, about the file that is stored.
  const checks = {
    run: async ({ blueprintId }: Review) => {
      const [file] = await database.source.query<{ pdf_sha256: string }[]>(
        'select pdf_sha256 from blueprints where id = $1',
        [blueprintId],
      );
      const results: CheckResult[] = [{ id: 'any', title: 'Any', level, found: level }];
      return { sha256: file?.pdf_sha256 ?? '', results };
    },
  };
  const stand = checks as unknown as ReviewChecks;
  edits = { changedShare: 0, editors: [] };
  const port = new DraftEdits();
  port.bind({ editOf: () => Promise.resolve(edits) });
  const second = (settings: Record<string, string>): SecondApprovals =>
    new SecondApprovals(database.source, testEnvironment(settings), port, stand, scene.audit, clock);
  seconds = second({});
  reviews = new ReviewService(database.source, scene.audit, stand, seconds, clock);
  strictly = new ReviewService(
    database.source,
    scene.audit,
    stand,
    second({ SECOND_APPROVAL_FIRST: '2', SECOND_APPROVAL_PERCENT: '0' }),
    clock,
  );
  ana = await scene.staff('Ana');
});
afterAll(() => database.drop());
beforeEach(() => {
  level = 'green';
  edits = { changedShare: 0, editors: [] };
});

const claimed = async (): Promise<MadeReview> => {
  const made = await scene.review();
  await claims.claim(made.reviewId, ana);
  await scene.noted(made, ana);
  return made;
};
const state = async ({ reviewId }: MadeReview): Promise<Review> =>
  await database.source.manager.findOneByOrFail(Review, { id: reviewId });
const jobsFor = async ({ orderId }: MadeReview): Promise<string[]> =>
  (await scene.jobs())
    .filter(({ payload }) => JSON.stringify(payload).includes(orderId))
    .map(({ name }) => name);
const actions = async ({ reviewId }: MadeReview): Promise<string[]> =>
  (await scene.audit.about('review', reviewId)).map(({ action }) => action);

describe('approving', () => {
  it('stores the approved file and enqueues its delivery in one go', async () => {
    const made = await claimed();
    expect(await reviews.approve(made.reviewId, made.sha256, ana)).toBe('approved');
    expect(await state(made)).toMatchObject({
      state: 'approved',
      approvedSha256: made.sha256,
      decidedBy: ana.staffId,
    });
    const { orderId, blueprintId, sha256 } = made;
    expect(await scene.jobs()).toContainEqual({
      name: sendBlueprint.name,
      payload: { orderId, blueprintId, sha256 },
    });
    expect(await actions(made)).toEqual(['review.claimed', 'review.approved']);
  });

  it('twice, also at once and in two tabs, gives one delivery', async () => {
    const made = await claimed();
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => reviews.approve(made.reviewId, made.sha256, ana)),
    );
    expect(results.sort()).toEqual(['already', 'already', 'already', 'approved']);
    expect(await jobsFor(made)).toEqual([sendBlueprint.name]);
    expect(await actions(made)).toEqual(['review.claimed', 'review.approved']);
  });

  it('refuses another file than the one shown', async () => {
    const made = await claimed();
    await expect(reviews.approve(made.reviewId, 'f'.repeat(64), ana)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
    expect([(await state(made)).state, await jobsFor(made)]).toEqual(['claimed', []]);
  });

  it('refuses a version that has been superseded, and bytes that were swapped', async () => {
    const older = await claimed();
    await scene.blueprint(older.orderId, 2);
    await expect(reviews.approve(older.reviewId, older.sha256, ana)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
    const swapped = await claimed();
    await database.source.query(`update blueprints set pdf_sha256 = $2 where id = $1`, [
      swapped.blueprintId,
      'e'.repeat(64),
    ]);
    await expect(reviews.approve(swapped.reviewId, swapped.sha256, ana)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
  });

  it('is blocked by red, and by amber without a reason', async () => {
    const made = await claimed();
    level = 'red';
    await expect(reviews.approve(made.reviewId, made.sha256, ana, 'I like it')).rejects.toMatchObject({
      code: 'review_blocked',
    });
    level = 'amber';
    await expect(reviews.approve(made.reviewId, made.sha256, ana)).rejects.toMatchObject({
      code: 'review_blocked',
    });
    expect(await reviews.approve(made.reviewId, made.sha256, ana, ' looked at page 3 ')).toBe('second');
    expect(await state(made)).toMatchObject({ state: 'second', firstReason: 'looked at page 3' });
  });

  it('is blocked for an order that was cancelled or refunded meanwhile', async () => {
    const cancelled = await claimed();
    await database.source.query(`update orders set state = 'cancelled' where id = $1`, [cancelled.orderId]);
    await expect(reviews.approve(cancelled.reviewId, cancelled.sha256, ana)).rejects.toMatchObject({
      code: 'review_blocked',
    });
    const refunded = await claimed();
    await database.source.query(
      `update orders set refunded_pence = 4900, refunded_at = now() where id = $1`,
      [refunded.orderId],
    );
    await expect(reviews.approve(refunded.reviewId, refunded.sha256, ana)).rejects.toMatchObject({
      code: 'review_blocked',
    });
  });

  it('is for whoever holds the claim, and tells others who that is', async () => {
    const made = await claimed();
    const bob = await scene.staff('Bob');
    await expect(reviews.approve(made.reviewId, made.sha256, bob)).rejects.toMatchObject({
      code: 'claim_lost',
      message: expect.stringContaining('Ana'),
    });
    const free = await scene.review();
    await expect(reviews.approve(free.reviewId, free.sha256, bob)).rejects.toMatchObject({
      code: 'claim_lost',
      message: expect.stringContaining('Nobody'),
    });
  });

  it('cannot be written past the rules: the database ties an approval to the stored file', async () => {
    const made = await claimed();
    const change = { state: 'approved', approvedSha256: 'f'.repeat(64), decidedBy: ana.staffId } as const;
    await expect(database.source.manager.update(Review, { id: made.reviewId }, change)).rejects.toThrow(
      'foreign key',
    );
  });
});

describe('other decisions', () => {
  it('return a draft with a reason, and have it made again once', async () => {
    const made = await claimed();
    await expect(reviews.return(made.reviewId, ana, '  ')).rejects.toMatchObject({
      code: 'review_reason_missing',
    });
    await reviews.return(made.reviewId, ana, 'The plan starts on a bank holiday.');
    await reviews.return(made.reviewId, ana, 'The plan starts on a bank holiday.');
    expect(await state(made)).toMatchObject({
      state: 'returned',
      reason: 'The plan starts on a bank holiday.',
    });
    expect(await jobsFor(made)).toEqual([draftBlueprint.name]);
    await expect(reviews.approve(made.reviewId, made.sha256, ana)).rejects.toMatchObject({
      code: 'claim_lost',
    });
  });

  it('hold a draft with a reason, and whoever resumes it has claimed it', async () => {
    const made = await claimed();
    const bob = await scene.staff('Bob');
    await expect(reviews.hold(made.reviewId, ana, '')).rejects.toMatchObject({
      code: 'review_reason_missing',
    });
    await reviews.hold(made.reviewId, ana, 'Asking the customer about the title.');
    await expect(reviews.approve(made.reviewId, made.sha256, ana)).rejects.toMatchObject({
      code: 'claim_lost',
    });
    clock.advance(3 * 3_600_000);
    await claims.releaseStale();
    expect((await state(made)).state).toBe('held');
    await reviews.resume(made.reviewId, bob);
    expect(await state(made)).toMatchObject({ state: 'claimed', claimedBy: bob.staffId, reason: null });
    expect(await actions(made)).toEqual(['review.claimed', 'review.held', 'review.resumed']);
  });

  it('of two people at once: one counts, the other is told', async () => {
    const made = await claimed();
    const [approved, returned] = await Promise.allSettled([
      reviews.approve(made.reviewId, made.sha256, ana),
      reviews.return(made.reviewId, ana, 'No.'),
    ]);
    const fulfilled = [approved, returned].filter(({ status }) => status === 'fulfilled');
    expect(fulfilled).toHaveLength(1);
    expect(await jobsFor(made)).toHaveLength(1);
  });

  it('leave the audit chain whole', async () => {
    expect(await scene.auditChain.verify()).toMatchObject({ intact: true });
  });
});

describe('a file without a note', () => {
  it('of the one who approves it is not approved, nor one with words that wait; the database says so too', async () => {
    const [made, bob] = [await claimed(), await scene.staff('Bob')];
    await scene.noted(made, bob);
    await expect(reviews.approve(made.reviewId, made.sha256, ana)).rejects.toMatchObject({
      code: 'review_note_missing',
    });
    const past = (set: string): Promise<unknown> =>
      database.source.query(
        `update reviews set state = 'approved', decided_by = $2, decided_at = now(), approved_sha256 = $3, ${set} where id = $1`,
        [made.reviewId, ana.staffId, made.sha256],
      );
    await expect(past(`reason = 'as it is'`)).rejects.toThrow('reviews_note_signed');
    await expect(past('note_by = null')).rejects.toThrow('reviews_note_signed');
    const noted = `note_by = '${ana.staffId}'`;
    await expect(past(`${noted}, edits = '[]'`)).rejects.toThrow('reviews_no_edit_waits');
    await expect(past(`${noted}, changed_share = 0.21`)).rejects.toThrow('reviews_much_edited_needs_second');
    await scene.noted(made, ana);
    await database.source.query(`update reviews set edits = '[]' where id = $1`, [made.reviewId]);
    await expect(reviews.approve(made.reviewId, made.sha256, ana)).rejects.toMatchObject({
      code: 'review_note_missing',
      message: expect.stringContaining('not in the file yet'),
    });
  });
});

describe('a draft that needs a second person', () => {
  /** Approved first by Ana in spite of an amber check; the check may be green since. */
  const handedOn = async (): Promise<MadeReview> => {
    const made = await claimed();
    level = 'amber';
    const ticks = new PageTicks(database.source, clock);
    for (const page of [15, 1, 2, 3])
      await ticks.set(made.reviewId, { page, sha256: made.sha256, seen: true }, ana.staffId);
    await ticks.set(made.reviewId, { page: 3, sha256: made.sha256, seen: false }, ana.staffId);
    await ticks.set(made.reviewId, { page: 4, sha256: 'f'.repeat(64), seen: true }, ana.staffId);
    await reviews.approve(made.reviewId, made.sha256, ana, 'looked at page 3');
    return made;
  };
  const sent = async ({ orderId }: MadeReview): Promise<number> =>
    (
      await database.source.query<unknown[]>(
        `select 1 from graphile_worker._private_jobs where payload->>'orderId' = $1 and payload->>'sha256' is not null`,
        [orderId],
      )
    ).length;

  it('goes out when another person approves the same file, and not before', async () => {
    const [made, bob] = [await handedOn(), await scene.staff('Bob', ['approver'])];
    expect(await state(made)).toMatchObject({
      state: 'second',
      claimedBy: null,
      needsSecond: ['override'],
      firstApprovedBy: ana.staffId,
      firstPages: [1, 2, 15],
    });
    expect(await sent(made)).toBe(0);
    const answers = await Promise.all([1, 2].map(() => seconds.approve(made.reviewId, made.sha256, bob)));
    expect(answers.sort()).toEqual(['already', 'approved']);
    expect(await state(made)).toMatchObject({ state: 'approved', decidedBy: bob.staffId });
    expect(await sent(made)).toBe(1);
  });

  it('is approved by nobody twice: not by the first, not by an editor, and the database says so too', async () => {
    const eve = await scene.staff('Eve', ['approver']);
    edits = { changedShare: 0.5, editors: [eve.staffId] };
    const made = await handedOn();
    expect((await state(made)).needsSecond).toEqual(['override', 'edited']);
    for (const person of [ana, eve])
      await expect(seconds.approve(made.reviewId, made.sha256, person)).rejects.toMatchObject({
        code: 'second_same_person',
      });
    const past = (set: string): Promise<unknown> =>
      database.source.query(`update reviews set ${set} where id = $1`, [made.reviewId]);
    const approved = `state = 'approved', decided_at = now(), approved_sha256 = '${made.sha256}'`;
    for (const { staffId } of [ana, eve])
      await expect(past(`${approved}, decided_by = '${staffId}'`)).rejects.toThrow('reviews_second_person');
    await expect(past(`${approved}, decided_by = '${ana.staffId}', needs_second = '{}'`)).rejects.toThrow(
      'does not change',
    );
    await expect(past(`editors = '{}'`)).rejects.toThrow('does not change');
    await expect(past(`first_approved_by = '${eve.staffId}'`)).rejects.toThrow('does not change');
  });

  it('is not talked out of it: the database approves nothing amber by one person', async () => {
    const made = await claimed();
    await expect(
      database.source.query(
        `update reviews set state = 'approved', decided_by = $2, decided_at = now(), approved_sha256 = $3,
           checks = '[{"level": "amber"}]' where id = $1`,
        [made.reviewId, ana.staffId, made.sha256],
      ),
    ).rejects.toThrow('reviews_amber_needs_second');
  });

  it('is refused to a stale page, while a check is red, and once it has been decided', async () => {
    const [made, bob] = [await handedOn(), await scene.staff('Bob', ['approver'])];
    await expect(seconds.approve(made.reviewId, 'f'.repeat(64), bob)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
    level = 'red';
    await expect(seconds.approve(made.reviewId, made.sha256, bob)).rejects.toMatchObject({
      code: 'review_blocked',
    });
    await expect(seconds.return(made.reviewId, bob, '')).rejects.toMatchObject({
      code: 'review_reason_missing',
    });
    await seconds.return(made.reviewId, bob, 'page 4 is wrong');
    expect(await state(made)).toMatchObject({ state: 'returned', reason: 'page 4 is wrong' });
    await expect(seconds.approve(made.reviewId, made.sha256, bob)).rejects.toMatchObject({
      code: 'claim_lost',
    });
  });

  it('is each of a new reviewer’s first ones; what others approved does not count for them', async () => {
    const [nia, bob] = [await scene.staff('Nia'), await scene.staff('Bob', ['approver'])];
    const results: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const made = await scene.review();
      await claims.claim(made.reviewId, nia);
      await scene.noted(made, nia);
      results.push(await strictly.approve(made.reviewId, made.sha256, nia));
      if (results.at(-1) === 'second') await seconds.approve(made.reviewId, made.sha256, bob);
    }
    expect(results).toEqual(['second', 'second', 'approved']);
  });
});
