import type { MadeReview } from '../review-scene.builder.js';
import { PageTicks } from '../workbench/page-ticks.js';
import { DecisionsFixture } from './decisions.builder.js';

let fixture: DecisionsFixture;
beforeAll(async () => {
  fixture = await DecisionsFixture.open();
});
afterAll(() => fixture?.close());
beforeEach(() => fixture.reset());

describe('a draft that needs a second person', () => {
  /** Approved first by Ana in spite of an amber check; the check may be green since. */
  const handedOn = async (): Promise<MadeReview> => {
    const made = await fixture.claimed();
    fixture.level = 'amber';
    const ticks = new PageTicks(fixture.database.source, fixture.clock);
    for (const page of [15, 1, 2, 3])
      await ticks.set(made.reviewId, { page, sha256: made.sha256, seen: true }, fixture.ana.staffId);
    await ticks.set(made.reviewId, { page: 3, sha256: made.sha256, seen: false }, fixture.ana.staffId);
    await ticks.set(made.reviewId, { page: 4, sha256: 'f'.repeat(64), seen: true }, fixture.ana.staffId);
    await fixture.reviews.approve(made.reviewId, made.sha256, fixture.ana, 'looked at page 3');
    return made;
  };
  const sent = async ({ orderId }: MadeReview): Promise<number> =>
    (
      await fixture.database.source.query<unknown[]>(
        `select 1 from graphile_worker._private_jobs where payload->>'orderId' = $1 and payload->>'sha256' is not null`,
        [orderId],
      )
    ).length;

  it('goes out when another person approves the same file, and not before', async () => {
    const [made, bob] = [await handedOn(), await fixture.scene.staff('Bob', ['approver'])];
    expect(await fixture.state(made)).toMatchObject({
      state: 'second',
      claimedBy: null,
      needsSecond: ['override'],
      firstApprovedBy: fixture.ana.staffId,
      firstPages: [1, 2, 15],
    });
    expect(await sent(made)).toBe(0);
    const answers = await Promise.all(
      [1, 2].map(() => fixture.seconds.approve(made.reviewId, made.sha256, bob)),
    );
    expect(answers.sort()).toEqual(['already', 'approved']);
    expect(await fixture.state(made)).toMatchObject({ state: 'approved', decidedBy: bob.staffId });
    expect(await sent(made)).toBe(1);
    // Another person, or another file, was not approved already.
    const cyd = await fixture.scene.staff('Cyd', ['approver']);
    for (const [person, sha256] of [
      [cyd, made.sha256],
      [bob, 'f'.repeat(64)],
    ] as const)
      await expect(fixture.seconds.approve(made.reviewId, sha256, person)).rejects.toMatchObject({
        code: 'claim_lost',
        message: 'Bob has approved this review already. Nothing was changed.',
      });
    await expect(fixture.seconds.return(made.reviewId, bob, 'No.')).rejects.toMatchObject({
      code: 'claim_lost',
    });
  });

  it('is approved by nobody twice: not by the first, not by an editor, and the database says so too', async () => {
    const eve = await fixture.scene.staff('Eve', ['approver']);
    fixture.edits = { changedShare: 0.5, editors: [eve.staffId] };
    const made = await handedOn();
    expect((await fixture.state(made)).needsSecond).toEqual(['override', 'edited']);
    for (const [person, words] of [
      [fixture.ana, 'You approved this draft first'],
      [eve, 'You changed words in this draft'],
    ] as const)
      await expect(fixture.seconds.approve(made.reviewId, made.sha256, person)).rejects.toMatchObject({
        code: 'second_same_person',
        message: expect.stringContaining(words),
      });
    const past = (set: string): Promise<unknown> =>
      fixture.database.source.query(`update reviews set ${set} where id = $1`, [made.reviewId]);
    const approved = `state = 'approved', decided_at = now(), approved_sha256 = '${made.sha256}'`;
    for (const { staffId } of [fixture.ana, eve])
      await expect(past(`${approved}, decided_by = '${staffId}'`)).rejects.toThrow('reviews_second_person');
    await expect(
      past(`${approved}, decided_by = '${fixture.ana.staffId}', needs_second = '{}'`),
    ).rejects.toThrow('does not change');
    await expect(past(`editors = '{}'`)).rejects.toThrow('does not change');
    await expect(past(`first_approved_by = '${eve.staffId}'`)).rejects.toThrow('does not change');
  });

  it('is not talked out of it: the database approves nothing amber by one person', async () => {
    const made = await fixture.claimed();
    await expect(
      fixture.database.source.query(
        `update reviews set state = 'approved', decided_by = $2, decided_at = now(), approved_sha256 = $3,
           checks = '[{"level": "amber"}]' where id = $1`,
        [made.reviewId, fixture.ana.staffId, made.sha256],
      ),
    ).rejects.toThrow('reviews_amber_needs_second');
  });

  it('is refused to a stale page, while a check is red, and once it has been decided', async () => {
    const [made, bob] = [await handedOn(), await fixture.scene.staff('Bob', ['approver'])];
    await expect(fixture.seconds.approve(made.reviewId, 'f'.repeat(64), bob)).rejects.toMatchObject({
      code: 'review_file_changed',
    });
    fixture.level = 'red';
    await expect(fixture.seconds.approve(made.reviewId, made.sha256, bob)).rejects.toMatchObject({
      code: 'review_blocked',
    });
    await expect(fixture.seconds.return(made.reviewId, bob, '')).rejects.toMatchObject({
      code: 'review_reason_missing',
    });
    await fixture.seconds.return(made.reviewId, bob, 'page 4 is wrong');
    expect(await fixture.state(made)).toMatchObject({ state: 'returned', reason: 'page 4 is wrong' });
    await expect(fixture.seconds.approve(made.reviewId, made.sha256, bob)).rejects.toMatchObject({
      code: 'claim_lost',
    });
  });

  it('is a task for an admin when nobody may be that, until somebody is after all', async () => {
    const { source } = fixture.database;
    const open = async (): Promise<object[]> =>
      (await fixture.tasks.open()).map(({ kind, subject, orderId }) => ({ kind, subject, orderId }));
    const waits = ({ reviewId: subject, orderId }: MadeReview): object => ({
      kind: 'second_nobody',
      subject,
      orderId,
    });
    // Whoever may be it has changed its words, or cannot sign in; a reviewer may not be it at all.
    await source.query('update staff set disabled_at = now() where id <> $1', [fixture.ana.staffId]);
    const eve = await fixture.scene.staff('Eve', ['approver', 'manager']);
    await fixture.scene.staff('Rob', ['reviewer', 'admin']);
    fixture.edits = { changedShare: 0, editors: [eve.staffId] };
    // The first is an approver, too, and is not their own second.
    await source.query(`update staff set roles = '{reviewer,approver}' where id = $1`, [fixture.ana.staffId]);
    const [approved, returned] = [await handedOn(), await handedOn()];
    const both = await open();
    expect(both).toHaveLength(2);
    expect(both).toEqual(expect.arrayContaining([waits(approved), waits(returned)]));

    // Nobody else is asked for where somebody may be it.
    const cyd = await fixture.scene.staff('Cyd', ['approver']);
    const free = await handedOn();
    expect(await open()).not.toContainEqual(waits(free));

    await fixture.seconds.approve(approved.reviewId, approved.sha256, cyd);
    expect(await open()).toEqual([waits(returned)]);
    await fixture.seconds.return(returned.reviewId, cyd, 'page 4 is wrong');
    expect(await open()).toEqual([]);
  });

  it('is each of a new reviewer’s first ones; what others approved does not count for them', async () => {
    const [nia, bob] = [await fixture.scene.staff('Nia'), await fixture.scene.staff('Bob', ['approver'])];
    const results: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const made = await fixture.scene.review();
      await fixture.claims.claim(made.reviewId, nia);
      await fixture.scene.noted(made, nia);
      results.push(await fixture.strictly.approve(made.reviewId, made.sha256, nia));
      if (results.at(-1) === 'second') await fixture.seconds.approve(made.reviewId, made.sha256, bob);
    }
    expect(results).toEqual(['second', 'second', 'approved']);
  });
});
