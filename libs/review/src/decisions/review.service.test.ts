import { draftBlueprint } from '@app/orders';
import { tamper } from '@app/testing';
import { sendBlueprint } from '../review-jobs.definitions.js';
import { Review } from '../review.entity.js';
import { DecisionsFixture } from './decisions.builder.js';

let fixture: DecisionsFixture;
beforeAll(async () => {
  fixture = await DecisionsFixture.open();
});
afterAll(() => fixture?.close());
beforeEach(() => fixture.reset());

describe('approving', () => {
  it('stores the approved file and enqueues its delivery in one go', async () => {
    const made = await fixture.claimed();
    expect(await fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana)).toBe('approved');
    expect(await fixture.state(made)).toMatchObject({
      state: 'approved',
      approvedSha256: made.sha256,
      decidedBy: fixture.ana.staffId,
    });
    const { orderId, blueprintId, sha256 } = made;
    expect(await fixture.scene.jobs()).toContainEqual({
      name: sendBlueprint.name,
      payload: { orderId, blueprintId, sha256 },
    });
    expect(await fixture.actions(made)).toEqual(['review.claimed', 'review.approved']);
  });

  it('twice, also at once and in two tabs, gives one delivery', async () => {
    const made = await fixture.claimed();
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana)),
    );
    expect(results.sort()).toEqual(['already', 'already', 'already', 'approved']);
    expect(await fixture.jobsFor(made)).toEqual([sendBlueprint.name]);
    expect(await fixture.actions(made)).toEqual(['review.claimed', 'review.approved']);
  });

  it('refuses another file than the one shown', async () => {
    const made = await fixture.claimed();
    await expect(fixture.reviews.approve(made.reviewId, 'f'.repeat(64), fixture.ana)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
    expect([(await fixture.state(made)).state, await fixture.jobsFor(made)]).toEqual(['claimed', []]);
  });

  it('refuses a version that has been superseded, and bytes that were swapped', async () => {
    const older = await fixture.claimed();
    await fixture.scene.blueprint(older.orderId, 2);
    await expect(fixture.reviews.approve(older.reviewId, older.sha256, fixture.ana)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
    const swapped = await fixture.claimed();
    await tamper(fixture.database.source, `update blueprints set pdf_sha256 = $2 where id = $1`, [
      swapped.blueprintId,
      'e'.repeat(64),
    ]);
    await expect(
      fixture.reviews.approve(swapped.reviewId, swapped.sha256, fixture.ana),
    ).rejects.toMatchObject({
      code: 'review_file_changed',
    });
  });

  it('is blocked by red, and by amber without a reason', async () => {
    const made = await fixture.claimed();
    await fixture.scene.staff('Bob', ['approver']);
    fixture.level = 'red';
    await expect(
      fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana, 'I like it'),
    ).rejects.toMatchObject({
      code: 'review_blocked',
    });
    fixture.level = 'amber';
    await expect(fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana)).rejects.toMatchObject({
      code: 'review_blocked',
    });
    expect(await fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana, ' looked at page 3 ')).toBe(
      'second',
    );
    expect(await fixture.state(made)).toMatchObject({ state: 'second', firstReason: 'looked at page 3' });
  });

  it('is blocked for an order that was cancelled or refunded meanwhile', async () => {
    const cancelled = await fixture.claimed();
    await fixture.database.source.query(`update orders set state = 'cancelled' where id = $1`, [
      cancelled.orderId,
    ]);
    await expect(
      fixture.reviews.approve(cancelled.reviewId, cancelled.sha256, fixture.ana),
    ).rejects.toMatchObject({
      code: 'review_blocked',
    });
    const refunded = await fixture.claimed();
    await fixture.database.source.query(
      `update orders set refunded_pence = 4900, refunded_at = now() where id = $1`,
      [refunded.orderId],
    );
    await expect(
      fixture.reviews.approve(refunded.reviewId, refunded.sha256, fixture.ana),
    ).rejects.toMatchObject({
      code: 'review_blocked',
    });
  });

  it('is for whoever holds the claim, and tells others who that is', async () => {
    const made = await fixture.claimed();
    const bob = await fixture.scene.staff('Bob');
    await expect(fixture.reviews.approve(made.reviewId, made.sha256, bob)).rejects.toMatchObject({
      code: 'claim_lost',
      message: expect.stringContaining('Ana'),
    });
    const free = await fixture.scene.review();
    await expect(fixture.reviews.approve(free.reviewId, free.sha256, bob)).rejects.toMatchObject({
      code: 'claim_lost',
      message: expect.stringContaining('Nobody'),
    });
  });

  it('cannot be written past the rules: the database ties an approval to the stored file', async () => {
    const made = await fixture.claimed();
    const change = {
      state: 'approved',
      approvedSha256: 'f'.repeat(64),
      decidedBy: fixture.ana.staffId,
    } as const;
    await expect(
      fixture.database.source.manager.update(Review, { id: made.reviewId }, change),
    ).rejects.toThrow('foreign key');
  });
});

describe('other decisions', () => {
  it('return a draft with a reason, and have it made again once', async () => {
    const made = await fixture.claimed();
    await expect(fixture.reviews.return(made.reviewId, fixture.ana, '  ')).rejects.toMatchObject({
      code: 'review_reason_missing',
    });
    await fixture.reviews.return(made.reviewId, fixture.ana, 'The plan starts on a bank holiday.');
    await fixture.reviews.return(made.reviewId, fixture.ana, 'The plan starts on a bank holiday.');
    expect(await fixture.state(made)).toMatchObject({
      state: 'returned',
      reason: 'The plan starts on a bank holiday.',
    });
    expect(await fixture.jobsFor(made)).toEqual([draftBlueprint.name]);
    await expect(fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana)).rejects.toMatchObject({
      code: 'claim_lost',
    });
  });

  it('hold a draft with a reason, and whoever resumes it has claimed it', async () => {
    const made = await fixture.claimed();
    const bob = await fixture.scene.staff('Bob');
    await expect(fixture.reviews.hold(made.reviewId, fixture.ana, '')).rejects.toMatchObject({
      code: 'review_reason_missing',
    });
    await fixture.reviews.hold(made.reviewId, fixture.ana, 'Asking the customer about the title.');
    await expect(fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana)).rejects.toMatchObject({
      code: 'claim_lost',
    });
    fixture.clock.advance(3 * 3_600_000);
    await fixture.claims.releaseStale();
    // However long it lasts, a hold is no claim that lapses.
    await expect(fixture.claims.claim(made.reviewId, bob)).rejects.toMatchObject({ code: 'claim_lost' });
    for (const again of [fixture.claims.claim, fixture.claims.release])
      await expect(again.call(fixture.claims, made.reviewId, fixture.ana)).rejects.toMatchObject({
        code: 'claim_lost',
        message: 'This review is on hold. Resume it first.',
      });
    expect((await fixture.state(made)).state).toBe('held');
    await fixture.reviews.resume(made.reviewId, bob);
    expect(await fixture.state(made)).toMatchObject({
      state: 'claimed',
      claimedBy: bob.staffId,
      reason: null,
    });
    expect(await fixture.actions(made)).toEqual(['review.claimed', 'review.held', 'review.resumed']);
    await expect(fixture.reviews.resume(made.reviewId, fixture.ana)).rejects.toMatchObject({
      message: 'Bob has claimed this review. Nothing was changed.',
    });
    await fixture.reviews.hold(made.reviewId, bob, 'Asking once more.');
    await fixture.reviews.resume(made.reviewId, bob);
    expect((await fixture.state(made)).state).toBe('claimed');
  });

  it('of two people at once: one counts, the other is told', async () => {
    const made = await fixture.claimed();
    const [approved, returned] = await Promise.allSettled([
      fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana),
      fixture.reviews.return(made.reviewId, fixture.ana, 'No.'),
    ]);
    const fulfilled = [approved, returned].filter(({ status }) => status === 'fulfilled');
    expect(fulfilled).toHaveLength(1);
    expect(await fixture.jobsFor(made)).toHaveLength(1);
  });

  it('leave the audit chain whole', async () => {
    expect(await fixture.scene.auditChain.verify()).toMatchObject({ intact: true });
  });
});

describe('a file without a note', () => {
  it('of the one who approves it is not approved, nor one with words that wait; the database says so too', async () => {
    const { ana, database, reviews, scene } = fixture;
    const [made, bob] = [await fixture.claimed(), await scene.staff('Bob')];
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
