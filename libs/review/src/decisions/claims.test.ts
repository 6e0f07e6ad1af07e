import { createTestDatabase, emptyTables, FakeClock, type TestDatabase } from '@app/testing';
import { Review } from '../review.entity.js';
import { ReviewScene } from '../review-scene.builder.js';
import { auditEntities } from '@app/audit';
import { staffEntities } from '@app/staff';
import { taskEntities } from '@app/tasks';
import { Claims } from './claims.service.js';

const HOUR = 3_600_000;

let database: TestDatabase;
let clock: FakeClock;
let scene: ReviewScene;
let claims: Claims;

beforeAll(async () => {
  database = await createTestDatabase([...auditEntities, ...staffEntities, ...taskEntities, Review]);
  clock = new FakeClock();
  scene = new ReviewScene(database.source, clock);
  claims = new Claims(database.source, scene.audit, clock);
});
afterAll(() => database.drop());
beforeEach(() => emptyTables(database.source, 'reviews'));

const review = (id: string): Promise<Review> => database.source.manager.findOneByOrFail(Review, { id });
const actions = async (id: string): Promise<string[]> =>
  (await scene.audit.about('review', id)).map(({ action }) => action);

describe('claiming', () => {
  it('lets one of many win, and tells the others who it was', async () => {
    const people = await Promise.all(['Ana', 'Bob', 'Cyd', 'Dee'].map((name) => scene.staff(name)));
    const { reviewId } = await scene.review();
    const results = await Promise.allSettled(people.map((person) => claims.claim(reviewId, person)));
    const winner = results.findIndex(({ status }) => status === 'fulfilled');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await review(reviewId)).toMatchObject({ state: 'claimed', claimedBy: people[winner]?.staffId });
    const name = ['Ana', 'Bob', 'Cyd', 'Dee'][winner] ?? '';
    for (const [index, result] of results.entries()) {
      if (index !== winner)
        expect(result).toMatchObject({
          reason: { code: 'claim_lost', message: expect.stringContaining(name) },
        });
    }
    expect(await actions(reviewId)).toEqual(['review.claimed']);
  });

  it('twice by the same person is once', async () => {
    const ana = await scene.staff('Ana');
    const { reviewId } = await scene.review();
    await claims.claim(reviewId, ana);
    await claims.claim(reviewId, ana);
    expect(await actions(reviewId)).toEqual(['review.claimed']);
  });

  it('is possible again after two hours without activity, and only then', async () => {
    const [ana, bob] = [await scene.staff('Ana'), await scene.staff('Bob')];
    const { reviewId } = await scene.review();
    await claims.claim(reviewId, ana);
    clock.advance(1.5 * HOUR);
    await claims.touch(reviewId, ana.staffId);
    await claims.touch(reviewId, bob.staffId);
    clock.advance(1.5 * HOUR);
    await expect(claims.claim(reviewId, bob)).rejects.toMatchObject({ code: 'claim_lost' });
    expect(await claims.releaseStale()).toBe(0);
    clock.advance(0.5 * HOUR);
    await claims.claim(reviewId, bob);
    expect(await review(reviewId)).toMatchObject({ claimedBy: bob.staffId });
    expect(await actions(reviewId)).toEqual(['review.claimed', 'review.claim_lapsed', 'review.claimed']);
  });

  it('that lapsed begins anew for its own holder, too', async () => {
    const ana = await scene.staff('Ana');
    const { reviewId } = await scene.review();
    await claims.claim(reviewId, ana);
    clock.advance(2 * HOUR);
    await claims.claim(reviewId, ana);
    expect(await review(reviewId)).toMatchObject({ claimedBy: ana.staffId, claimActiveAt: clock.now() });
    expect(await actions(reviewId)).toEqual(['review.claimed', 'review.claim_lapsed', 'review.claimed']);
  });

  it('that lapsed is given back by the job, once, on the record', async () => {
    const ana = await scene.staff('Ana');
    const { reviewId } = await scene.review();
    await claims.claim(reviewId, ana);
    clock.advance(2 * HOUR);
    const released = await Promise.all([claims.releaseStale(), claims.releaseStale()]);
    expect(released.reduce((sum, count) => sum + count)).toBe(1);
    expect(await review(reviewId)).toMatchObject({
      state: 'queued',
      claimedBy: null,
      claimedAt: null,
      claimActiveAt: null,
    });
    expect(await actions(reviewId)).toEqual(['review.claimed', 'review.claim_lapsed']);
  });

  it('is given back by its holder, or by whoever may release any', async () => {
    const [ana, bob] = [await scene.staff('Ana'), await scene.staff('Bob')];
    const { reviewId } = await scene.review();
    await claims.claim(reviewId, ana);
    await expect(claims.release(reviewId, bob)).rejects.toMatchObject({
      code: 'claim_lost',
      message: expect.stringContaining('Ana'),
    });
    await claims.release(reviewId, bob, true);
    await claims.claim(reviewId, bob);
    await claims.release(reviewId, bob);
    expect(await review(reviewId)).toMatchObject({ state: 'queued', claimedBy: null });
  });
});
