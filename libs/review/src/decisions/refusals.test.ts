import { newId, sha256 as hashOf } from '@app/kernel';
import { holdOrder } from '@app/orders';
import { tamper } from '@app/testing';
import type { MadeReview } from '../review-scene.builder.js';
import type { Actor } from './actor.js';
import { DecisionsFixture } from './decisions.builder.js';
import { DraftEdits } from './draft-edits.js';
import { advance, lockReview, whyNot } from './review-lock.js';

let fixture: DecisionsFixture;
let bob: Actor;
beforeAll(async () => {
  fixture = await DecisionsFixture.open();
  bob = await fixture.scene.staff('Bob', ['approver']);
});
afterAll(() => fixture?.close());
beforeEach(() => fixture.reset());

describe('a second person', () => {
  const handedOn = async (): Promise<MadeReview> => {
    const made = await fixture.claimed();
    fixture.level = 'amber';
    await fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana, 'page 3 is right');
    return made;
  };

  it('approves nothing of an order that is cancelled, bound, or whose file was changed meanwhile', async () => {
    const { seconds, database } = fixture;
    const cancelled = await handedOn();
    await database.source.query(`update orders set state = 'cancelled' where id = $1`, [cancelled.orderId]);
    await expect(seconds.approve(cancelled.reviewId, cancelled.sha256, bob)).rejects.toMatchObject({
      code: 'review_blocked',
      message: expect.stringContaining('cancelled or refunded'),
    });
    const bound = await handedOn();
    const claimed = await fixture.claimed();
    for (const { orderId } of [bound, claimed])
      await database.source.transaction((manager) =>
        holdOrder(manager, { orderId, staffId: bob.staffId, reason: 'Asking.', at: fixture.clock.now() }),
      );
    await expect(seconds.approve(bound.reviewId, bound.sha256, bob)).rejects.toMatchObject({
      code: 'order_blocked',
    });
    await expect(
      fixture.reviews.approve(claimed.reviewId, claimed.sha256, fixture.ana, 'page 3 is right'),
    ).rejects.toMatchObject({ code: 'order_blocked' });
    const red = await handedOn();
    fixture.level = 'red';
    await expect(seconds.approve(red.reviewId, red.sha256, bob)).rejects.toMatchObject({
      code: 'review_blocked',
      message: expect.stringContaining('red now'),
    });
    const changed = await handedOn();
    const other = hashOf(newId());
    await tamper(database.source, 'update blueprints set pdf_sha256 = $2 where id = $1', [
      changed.blueprintId,
      other,
    ]);
    for (const shown of [changed.sha256, other])
      await expect(seconds.approve(changed.reviewId, shown, bob)).rejects.toMatchObject({
        code: 'review_file_changed',
      });
    expect(await fixture.jobsFor(changed)).toEqual([]);
  });

  it('is not asked where none is needed, and there is no review to approve that is not there', async () => {
    const made = await fixture.claimed();
    await expect(fixture.seconds.approve(made.reviewId, made.sha256, bob)).rejects.toMatchObject({
      code: 'claim_lost',
      message: expect.stringContaining('Ana has claimed'),
    });
    const none = '00000000-0000-7000-8000-000000000000';
    for (const service of [fixture.seconds, fixture.reviews])
      await expect(service.approve(none, made.sha256, bob)).rejects.toMatchObject({ code: 'not_found' });
    await expect(fixture.claims.claim(none, bob)).rejects.toMatchObject({ code: 'not_found' });
    expect(await fixture.reviews.byId(none)).toBeNull();
  });
});

describe('a decision that was made', () => {
  it('is not made already by somebody else, nor about another file; a second click reads nothing again', async () => {
    const { reviews, ana } = fixture;
    const approved = await fixture.claimed();
    await reviews.approve(approved.reviewId, approved.sha256, ana);
    fixture.afterChecks = () => Promise.reject(new Error('was checked again'));
    expect(await reviews.approve(approved.reviewId, approved.sha256, ana)).toBe('already');
    for (const [person, sha256] of [
      [bob, approved.sha256],
      [ana, 'f'.repeat(64)],
    ] as const)
      await expect(reviews.approve(approved.reviewId, sha256, person)).rejects.toMatchObject({
        code: 'claim_lost',
        message: 'Ana has approved this review already. Nothing was changed.',
      });
    await expect(fixture.seconds.approve(approved.reviewId, approved.sha256, bob)).rejects.toMatchObject({
      code: 'claim_lost',
    });
    const returned = await fixture.claimed();
    await reviews.return(returned.reviewId, ana, 'No.');
    await expect(reviews.return(returned.reviewId, bob, 'No.')).rejects.toMatchObject({ code: 'claim_lost' });
  });

  it('asks for its job under one name, so that it is asked for once', async () => {
    const keys = async ({ orderId }: MadeReview): Promise<unknown> =>
      (
        await fixture.database.source.query<{ key: string }[]>(
          `select key from graphile_worker._private_jobs where payload ->> 'orderId' = $1`,
          [orderId],
        )
      ).map(({ key }) => key);
    const approved = await fixture.claimed();
    await fixture.reviews.approve(approved.reviewId, approved.sha256, fixture.ana);
    expect(await keys(approved)).toEqual([`send-blueprint:${approved.blueprintId}`]);
    const returned = await fixture.claimed();
    await fixture.reviews.return(returned.reviewId, fixture.ana, 'No.');
    expect(await keys(returned)).toEqual([`redraft:${returned.blueprintId}`]);
    fixture.level = 'amber';
    const second = await fixture.claimed();
    await fixture.reviews.approve(second.reviewId, second.sha256, fixture.ana, 'page 3 is right');
    await fixture.seconds.return(second.reviewId, bob, 'No.');
    expect(await keys(second)).toEqual([`redraft:${second.blueprintId}`]);
  });

  it('by a process that knows an older state of it moves nothing', async () => {
    const made = await fixture.claimed();
    const { source } = fixture.database;
    await expect(
      advance(source.manager, { id: made.reviewId, state: 'queued' }, 'release', {}),
    ).rejects.toMatchObject({
      code: 'claim_lost',
      message: 'Nothing was changed: nobody has claimed the review.',
    });
  });

  it('counts no words that nobody keeps', async () => {
    const { manager } = fixture.database.source;
    expect(await new DraftEdits().of(manager, 'any')).toEqual({ changedShare: 0, editors: [] });
  });
});

describe('a file that is swapped while its checks run', () => {
  it('and is back again before it is approved, was not the one that was checked', async () => {
    const { reviews, seconds, ana, database } = fixture;
    const become = (blueprintId: string, sha256: string): Promise<void> =>
      tamper(database.source, 'update blueprints set pdf_sha256 = $2 where id = $1', [blueprintId, sha256]);
    const swapped = async ({ blueprintId, sha256 }: MadeReview): Promise<void> => {
      await become(blueprintId, hashOf(newId()));
      fixture.afterChecks = () => become(blueprintId, sha256);
    };
    const first = await fixture.claimed();
    await swapped(first);
    await expect(reviews.approve(first.reviewId, first.sha256, ana)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
    fixture.reset();
    const second = await fixture.claimed();
    fixture.level = 'amber';
    await reviews.approve(second.reviewId, second.sha256, ana, 'page 3 is right');
    await swapped(second);
    await expect(seconds.approve(second.reviewId, second.sha256, bob)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
  });

  it('is approved neither by the first nor by the second person', async () => {
    const { reviews, seconds, ana, database } = fixture;
    const swap = async ({ blueprintId }: MadeReview): Promise<void> => {
      await tamper(database.source, 'update blueprints set pdf_sha256 = $2 where id = $1', [
        blueprintId,
        hashOf(newId()),
      ]);
    };
    const claimed = await fixture.claimed();
    fixture.afterChecks = () => swap(claimed);
    await expect(reviews.approve(claimed.reviewId, claimed.sha256, ana)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
    fixture.reset();
    const second = await fixture.claimed();
    fixture.level = 'amber';
    await reviews.approve(second.reviewId, second.sha256, ana, 'page 3 is right');
    fixture.afterChecks = () => swap(second);
    await expect(seconds.approve(second.reviewId, second.sha256, bob)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
  });
});

describe('an order of which a part was paid back', () => {
  it('is delivered all the same, and so is one that cost nothing; one that was paid back whole is not', async () => {
    const { reviews, ana, database } = fixture;
    const refunded = async (pence: number): Promise<MadeReview> => {
      const made = await fixture.claimed();
      await database.source.query(
        'update orders set refunded_pence = $2, refunded_at = now() where id = $1',
        [made.orderId, pence],
      );
      return made;
    };
    const free = await fixture.claimed();
    await tamper(database.source, 'update orders set paid_pence = 0 where id = $1', [free.orderId]);
    expect(await reviews.approve(free.reviewId, free.sha256, ana)).toBe('approved');
    const part = await refunded(4899);
    expect(await reviews.approve(part.reviewId, part.sha256, ana)).toBe('approved');
    const whole = await refunded(4900);
    await expect(reviews.approve(whole.reviewId, whole.sha256, ana)).rejects.toMatchObject({
      code: 'review_blocked',
    });
  });
});

describe('why somebody cannot act on a review', () => {
  const words = async (made: MadeReview, { staffId }: Actor): Promise<string> =>
    await fixture.database.source.transaction(async (manager) =>
      whyNot(manager, await lockReview(manager, made.reviewId), staffId),
    );

  it('is told in words, with who it was', async () => {
    const { scene, reviews, claims, ana } = fixture;
    const queued = await scene.review();
    expect(await words(queued, bob)).toMatch(/^Nobody has claimed this review\. Claim it first/);
    await claims.claim(queued.reviewId, ana);
    expect(await words(queued, bob)).toBe('Ana has claimed this review. Nothing was changed.');
    await reviews.hold(queued.reviewId, ana, 'Asking them.');
    expect(await words(queued, ana)).toBe('This review is on hold. Resume it first.');
    expect(await words(queued, bob)).toBe('Ana has put this review on hold.');
    const approved = await fixture.claimed();
    await reviews.approve(approved.reviewId, approved.sha256, ana);
    expect(await words(approved, bob)).toBe('Ana has approved this review already. Nothing was changed.');
    const returned = await fixture.claimed();
    await reviews.return(returned.reviewId, ana, 'No.');
    expect(await words(returned, bob)).toMatch(/^Ana has returned this draft already\. A new version/);
    fixture.level = 'amber';
    const second = await fixture.claimed();
    await reviews.approve(second.reviewId, second.sha256, ana, 'page 3 is right');
    expect(await words(second, bob)).toBe('Ana has approved this review; it waits for a second person.');
    const superseded = await scene.review();
    await fixture.database.source.query(`update reviews set state = 'superseded' where id = $1`, [
      superseded.reviewId,
    ]);
    expect(await words(superseded, bob)).toMatch(/^A newer version of this blueprint has taken its place\./);
  });
});
