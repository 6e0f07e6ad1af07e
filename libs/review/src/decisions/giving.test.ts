import { auditEntities } from '@app/audit';
import { staffEntities } from '@app/staff';
import { taskEntities } from '@app/tasks';
import { createTestDatabase, emptyTables, FakeClock, type TestDatabase } from '@app/testing';
import { Review } from '../review.entity.js';
import { type MadeReview, ReviewScene } from '../review-scene.builder.js';
import type { Actor } from './actor.js';
import { Claims } from './claims.service.js';
import { Giving } from './giving.service.js';

const HOUR = 3_600_000;

let database: TestDatabase;
let clock: FakeClock;
let scene: ReviewScene;
let claims: Claims;
let giving: Giving;
let lead: Actor;
let ana: Actor;
let bob: Actor;
beforeAll(async () => {
  database = await createTestDatabase([...auditEntities, ...staffEntities, ...taskEntities, Review]);
  clock = new FakeClock();
  scene = new ReviewScene(database.source, clock);
  claims = new Claims(database.source, scene.audit, clock);
  giving = new Giving(database.source, scene.audit, clock);
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock.set('2026-11-24T10:00Z');
  await emptyTables(database.source, 'reviews', 'blueprints', 'orders', 'staff', 'audit_log');
  lead = await scene.staff('Lea', ['manager']);
  ana = await scene.staff('Ana', ['approver']);
  bob = await scene.staff('Bob', ['approver']);
});

const review = (id: string): Promise<Review> => database.source.manager.findOneByOrFail(Review, { id });
const actions = async (id: string): Promise<string[]> =>
  (await scene.audit.about('review', id)).map(({ action }) => action);
/** A review that waits for a second person. */
async function second(first: Actor, editors: readonly Actor[] = []): Promise<MadeReview> {
  const made = await scene.review();
  await database.source.query(
    `update reviews set state = 'second', first_approved_by = $2, first_approved_at = now(), first_sha256 = $3, needs_second = '{drawn}', editors = $4
     where id = $1`,
    [made.reviewId, first.staffId, made.sha256, editors.map(({ staffId }) => staffId)],
  );
  return made;
}
const refusal = (code: string, words: string): object => ({ code, message: expect.stringContaining(words) });

describe('a review that was given to a colleague', () => {
  it('is begun by nobody else, on the record, and by the colleague as ever', async () => {
    const { reviewId } = await scene.review();
    await giving.give(reviewId, bob.staffId, lead);
    await expect(claims.claim(reviewId, ana)).rejects.toMatchObject(refusal('claim_lost', 'given to Bob'));
    await claims.claim(reviewId, bob);
    expect(await review(reviewId)).toMatchObject({ claimedBy: bob.staffId, givenTo: null, givenBy: null });
    expect(await actions(reviewId)).toEqual(['review.given', 'review.claimed']);
    expect((await scene.audit.about('review', reviewId))[0]).toMatchObject({
      staffId: lead.staffId,
      before: { givenTo: null },
      after: { givenTo: bob.staffId },
    });
  });

  it('is free for all once its promise is at risk, and when it is taken back', async () => {
    const soon = await scene.review({ promiseAt: new Date('2026-11-24T18:00Z') });
    const back = await scene.review();
    for (const { reviewId } of [soon, back]) await giving.give(reviewId, bob.staffId, lead);
    await expect(claims.claim(soon.reviewId, ana)).rejects.toMatchObject({ code: 'claim_lost' });
    clock.set('2026-11-24T14:00Z');
    await claims.claim(soon.reviewId, ana);
    await giving.takeBack(back.reviewId, lead);
    await giving.takeBack(back.reviewId, lead);
    await claims.claim(back.reviewId, ana);
    expect(await actions(back.reviewId)).toEqual(['review.given', 'review.taken_back', 'review.claimed']);
  });

  it('may be one that the colleague changed words in, as long as it waits for no second person', async () => {
    const rex = await scene.staff('Rex');
    const { reviewId } = await scene.review();
    await database.source.query('update reviews set editors = $2 where id = $1', [reviewId, [rex.staffId]]);
    await giving.give(reviewId, rex.staffId, lead);
    expect(await review(reviewId)).toMatchObject({ state: 'queued', givenTo: rex.staffId });
  });

  it('is free for all when their account is disabled', async () => {
    const { reviewId } = await scene.review();
    await giving.give(reviewId, bob.staffId, lead);
    await database.source.query('update staff set disabled_at = now() where id = $1', [bob.staffId]);
    await claims.claim(reviewId, ana);
  });

  it('goes to nobody whose roles do not allow it, and to nobody while somebody has it', async () => {
    const support = await scene.staff('Sue', ['support']);
    const reviewer = await scene.staff('Rex');
    const { reviewId } = await scene.review();
    await expect(giving.give(reviewId, support.staffId, lead)).rejects.toMatchObject({
      code: 'give_refused',
    });
    const waits = await second(ana);
    await expect(giving.give(waits.reviewId, reviewer.staffId, lead)).rejects.toMatchObject({
      code: 'give_refused',
    });
    await claims.claim(reviewId, ana);
    await expect(giving.give(reviewId, bob.staffId, lead)).rejects.toMatchObject(
      refusal('claim_lost', 'Ana'),
    );
    clock.advance(2 * HOUR);
    await giving.give(reviewId, bob.staffId, lead);
    expect(await review(reviewId)).toMatchObject({ state: 'queued', claimedBy: null, givenTo: bob.staffId });
  });
});

describe('a second reading', () => {
  it('is given to neither the first nor an editor, and the database says so too', async () => {
    const { reviewId } = await second(ana, [bob]);
    for (const [{ staffId }, words] of [
      [ana, 'They approved this draft first'],
      [bob, 'They changed words in this draft'],
    ] as const) {
      await expect(giving.give(reviewId, staffId, lead)).rejects.toMatchObject(
        refusal('second_same_person', words),
      );
      await expect(
        database.source.query(
          'update reviews set given_to = $2, given_by = $2, given_at = now() where id = $1',
          [reviewId, staffId],
        ),
      ).rejects.toThrow('reviews_given_to_second');
    }
  });

  it('is taken by one of two who ask at once, and stays theirs for two hours', async () => {
    const [cyd, dee] = [await scene.staff('Cyd', ['approver']), await scene.staff('Dee', ['approver'])];
    // At risk already: even then two people do not read the same.
    clock.set('2026-11-26T17:00Z');
    const { reviewId } = await second(ana);
    const taken = await Promise.allSettled([
      giving.takeSecond(reviewId, cyd),
      giving.takeSecond(reviewId, dee),
    ]);
    expect(taken.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [winner, loser] = (await review(reviewId)).givenTo === cyd.staffId ? [cyd, dee] : [dee, cyd];
    clock.advance(2 * HOUR - 1);
    await giving.takeSecond(reviewId, winner);
    await expect(giving.takeSecond(reviewId, loser)).rejects.toMatchObject(
      refusal('claim_lost', 'is reading this review as the second person'),
    );
    clock.advance(1);
    await giving.takeSecond(reviewId, loser);
    expect(await actions(reviewId)).toEqual(['review.second_taken', 'review.second_taken']);
    await expect(giving.takeSecond(reviewId, ana)).rejects.toMatchObject({ code: 'second_same_person' });
  });

  it('is taken of nothing that waits for none', async () => {
    const { reviewId } = await scene.review();
    await expect(giving.takeSecond(reviewId, bob)).rejects.toMatchObject(
      refusal('claim_lost', 'Nobody has claimed'),
    );
    expect(await review(reviewId)).toMatchObject({ state: 'queued', givenTo: null });
  });
});
