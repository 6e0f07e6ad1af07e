import type { AuditEntry } from '@app/audit';
import type { MadeReview } from '../review-scene.builder.js';
import type { Actor } from './actor.js';
import { DecisionsFixture } from './decisions.builder.js';

let fixture: DecisionsFixture;
let bob: Actor;
beforeAll(async () => {
  fixture = await DecisionsFixture.open();
  bob = await fixture.scene.staff('Bob', ['approver']);
});
afterAll(() => fixture?.close());
beforeEach(() => fixture.reset());

const LONG = 'x'.repeat(2_001);
/** The newest entry about a review. */
const last = async ({ reviewId }: MadeReview): Promise<AuditEntry | undefined> =>
  (await fixture.scene.audit.about('review', reviewId)).at(-1);
const entry = ({ reviewId }: MadeReview, { staffId, ipAddress }: Actor, more: object): object => ({
  staffId,
  ipAddress,
  subjectKind: 'review',
  subjectId: reviewId,
  ...more,
});
/** What stands in every entry of a decision. */
const about = ({ orderId, blueprintId }: MadeReview): object => ({ orderId, blueprintId });

describe('on record stands who did what to a review, from what and to what, and why', () => {
  it('claimed and released', async () => {
    const { claims, scene, ana } = fixture;
    const made = await scene.review();
    await claims.claim(made.reviewId, ana);
    expect(await last(made)).toMatchObject(
      entry(made, ana, { action: 'review.claimed', before: null, after: { state: 'claimed' } }),
    );
    await claims.release(made.reviewId, bob, true);
    expect(await last(made)).toMatchObject(
      entry(made, bob, {
        action: 'review.released',
        before: { state: 'claimed', claimedBy: ana.staffId },
        after: { state: 'queued' },
      }),
    );
    // Nobody has it any more: a second click is none.
    await claims.release(made.reviewId, bob);
    expect(await fixture.actions(made)).toEqual(['review.claimed', 'review.released']);
    expect(await fixture.state(made)).toMatchObject({
      claimedBy: null,
      claimedAt: null,
      claimActiveAt: null,
    });
  });

  it('lapsed, by nobody', async () => {
    const made = await fixture.claimed();
    fixture.clock.advance(2 * 3_600_000);
    expect(await fixture.claims.releaseStale()).toBe(1);
    expect(await last(made)).toMatchObject({
      staffId: null,
      action: 'review.claim_lapsed',
      subjectKind: 'review',
      subjectId: made.reviewId,
      before: { state: 'claimed', claimedBy: fixture.ana.staffId },
      after: { state: 'queued' },
    });
  });

  it('approved, with the file and how the checks were', async () => {
    const { reviews, ana, clock } = fixture;
    const made = await fixture.claimed();
    await reviews.approve(made.reviewId, made.sha256, ana, '  read twice ');
    expect(await last(made)).toMatchObject(
      entry(made, ana, {
        action: 'review.approved',
        before: { state: 'claimed', claimedBy: ana.staffId },
        after: { state: 'approved', sha256: made.sha256, checks: 'green', ...about(made) },
        reason: 'read twice',
      }),
    );
    expect(await fixture.state(made)).toMatchObject({
      reason: 'read twice',
      decidedAt: clock.now(),
      checks: [{ id: 'any', level: 'green' }],
    });
    const bare = await fixture.claimed();
    await reviews.approve(bare.reviewId, bare.sha256, ana);
    expect([(await last(bare))?.reason, (await fixture.state(bare)).reason]).toEqual([null, null]);
  });

  it('returned, with the reason as it was typed or the instructions that go with it', async () => {
    const { reviews, ana, database, clock } = fixture;
    const made = await fixture.claimed();
    await reviews.return(made.reviewId, ana, ` ${LONG}`);
    expect(await last(made)).toMatchObject(
      entry(made, ana, {
        action: 'review.returned',
        before: { state: 'claimed', claimedBy: ana.staffId },
        after: { state: 'returned', ...about(made) },
        reason: LONG.slice(1),
      }),
    );
    expect(await fixture.state(made)).toMatchObject({ decidedBy: ana.staffId, decidedAt: clock.now() });
    const told = await fixture.claimed();
    await database.source.query('update reviews set instructions = $2 where id = $1', [
      told.reviewId,
      JSON.stringify([
        { page: 0, words: 'Shorter.' },
        { page: 4, words: 'Name the course.' },
      ]),
    ]);
    await reviews.return(told.reviewId, ana, ' ');
    expect((await fixture.state(told)).reason).toBe('All of it: Shorter. Page 4: Name the course.');
  });

  it('held and resumed, the order with it', async () => {
    const { reviews, ana, database } = fixture;
    const made = await fixture.claimed();
    const blockers = (): Promise<object[]> =>
      database.source.query(
        'select kind, reason, opened_by, ended_by, ended_reason from order_blockers where order_id = $1',
        [made.orderId],
      );
    await reviews.hold(made.reviewId, ana, ' Asking them. ');
    await reviews.hold(made.reviewId, ana, 'Asking them again.');
    expect(await last(made)).toMatchObject(
      entry(made, ana, {
        action: 'review.held',
        before: { state: 'claimed', claimedBy: ana.staffId },
        after: { state: 'held', ...about(made) },
        reason: 'Asking them.',
      }),
    );
    expect((await fixture.state(made)).reason).toBe('Asking them.');
    expect(await blockers()).toMatchObject([
      { reason: 'Asking them.', opened_by: ana.staffId, ended_by: null },
    ]);
    await expect(reviews.hold(made.reviewId, bob, 'I too.')).rejects.toMatchObject({ code: 'claim_lost' });
    await reviews.resume(made.reviewId, bob);
    await reviews.resume(made.reviewId, bob);
    expect(await last(made)).toMatchObject(
      entry(made, bob, {
        action: 'review.resumed',
        before: { state: 'held', claimedBy: ana.staffId },
        after: { state: 'claimed', ...about(made) },
        reason: null,
      }),
    );
    expect(await blockers()).toMatchObject([
      { ended_by: bob.staffId, ended_reason: 'The review was resumed' },
    ]);
    expect(await fixture.state(made)).toMatchObject({
      claimedAt: fixture.clock.now(),
      claimActiveAt: fixture.clock.now(),
    });
    expect(await fixture.actions(made)).toEqual(['review.claimed', 'review.held', 'review.resumed']);
    await expect(reviews.resume(made.reviewId, ana)).rejects.toMatchObject({ code: 'claim_lost' });
  });

  it('approved by the first and by the second, each with what they approved', async () => {
    const { reviews, seconds, ana, clock } = fixture;
    const made = await fixture.claimed();
    fixture.level = 'amber';
    await reviews.approve(made.reviewId, made.sha256, ana, 'page 3 is right');
    expect(await last(made)).toMatchObject(
      entry(made, ana, {
        action: 'review.first_approved',
        before: { state: 'claimed', claimedBy: ana.staffId },
        after: { state: 'second', sha256: made.sha256, needsSecond: ['override'], pages: [], ...about(made) },
        reason: 'page 3 is right',
      }),
    );
    expect(await fixture.state(made)).toMatchObject({
      firstSha256: made.sha256,
      firstApprovedAt: clock.now(),
      editors: [],
      checks: [{ id: 'any', level: 'amber' }],
      claimedAt: null,
      claimActiveAt: null,
    });
    await seconds.approve(made.reviewId, made.sha256, bob);
    expect(await last(made)).toMatchObject(
      entry(made, bob, {
        action: 'review.second_approved',
        before: { state: 'second', claimedBy: null },
        after: { state: 'approved', sha256: made.sha256, first: ana.staffId, ...about(made) },
        reason: null,
      }),
    );
    expect(await fixture.state(made)).toMatchObject({
      approvedSha256: made.sha256,
      decidedAt: clock.now(),
      reason: 'page 3 is right',
    });
  });

  it('returned by the second, once, and made again once', async () => {
    const made = await fixture.claimed();
    fixture.level = 'amber';
    await fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana, 'page 3 is right');
    await fixture.seconds.return(made.reviewId, bob, 'Page 4 is wrong.');
    await fixture.seconds.return(made.reviewId, bob, 'Page 4 is wrong.');
    expect(await last(made)).toMatchObject(
      entry(made, bob, {
        action: 'review.returned',
        before: { state: 'second' },
        after: { state: 'returned', ...about(made) },
        reason: 'Page 4 is wrong.',
      }),
    );
    expect(await fixture.state(made)).toMatchObject({
      decidedBy: bob.staffId,
      decidedAt: fixture.clock.now(),
    });
    expect(await fixture.jobsFor(made)).toEqual(['blueprint.draft']);
    expect((await fixture.actions(made)).filter((action) => action === 'review.returned')).toHaveLength(1);
    await expect(fixture.seconds.return(made.reviewId, fixture.ana, 'No.')).rejects.toMatchObject({
      code: 'claim_lost',
    });
  });
});
