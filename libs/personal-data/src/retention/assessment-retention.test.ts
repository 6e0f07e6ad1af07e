import { Logger } from '@nestjs/common';
import { plusDays } from '@app/kernel';
import { ErasureScene, NOW } from '../erasure/erasure-scene.builder.js';
import { buildAssessment } from '../order-record.builder.js';
import { AssessmentRetention } from './assessment-retention.js';
import { RetentionRun } from './retention-run.js';

let scene: ErasureScene;
beforeAll(async () => {
  scene = await ErasureScene.open();
});
afterAll(() => scene?.close());
beforeEach(() => scene.begin());

/** A finished assessment that ends so many days from now, with an address. */
const ending = (days: number): Promise<string> =>
  buildAssessment(scene.source, {
    createdAt: plusDays(NOW, -300),
    completedAt: plusDays(NOW, -300),
    expiresAt: plusDays(NOW, days),
    email: 'sam@example.org',
  });
const warnedOn = (id: string, at: Date): Promise<unknown> =>
  scene.rows(
    `insert into deliveries (id, assessment_id, kind, subject_key, recipient, message_id, state, send_after, created_at)
     values (gen_random_uuid(), $1::uuid, 'notice', 'earlier:' || $1::text, 'sam@example.org', $1::text, 'accepted', $2, $2)`,
    id,
    at,
  );
const retention = (): AssessmentRetention => scene.app.get(AssessmentRetention);
const warn = async (): Promise<number> => (await retention().warn(null, 10)).done;
const remove = async (): Promise<number> => (await retention().deleteExpired(null, 10)).done;
const keys = (): Promise<object[]> =>
  scene.rows(`select subject_key from deliveries where subject_key like 'assessment-ends:%'`);
const ends = (id: string): Promise<object[]> =>
  scene.rows('select expires_at from assessments where id = $1', id);

describe('a warning of the end', () => {
  it('names the end it is about, and moves none that is a week away or more', async () => {
    const id = await ending(7);
    expect(await warn()).toBe(1);
    expect(await keys()).toEqual([{ subject_key: `assessment-ends:${id}:2026-12-01` }]);
    expect(await ends(id)).toEqual([{ expires_at: plusDays(NOW, 7) }]);
    const later = await ending(20);
    expect(await warn()).toBe(1);
    expect(await ends(later)).toEqual([{ expires_at: plusDays(NOW, 20) }]);
  });

  it('that is late moves the end to a week from now', async () => {
    const id = await ending(3);
    expect(await warn()).toBe(1);
    expect(await ends(id)).toEqual([{ expires_at: plusDays(NOW, 7) }]);
  });

  it('counts for 60 days, and for its own assessment alone', async () => {
    const [again, recent, other] = [await ending(9), await ending(9), await ending(9)];
    await warnedOn(again, plusDays(NOW, -60));
    await warnedOn(recent, plusDays(NOW, -59));
    expect(await warn()).toBe(2);
    expect(
      await scene.rows('select count(*)::int as n from deliveries where assessment_id = $1', recent),
    ).toEqual([{ n: 1 }]);
    for (const id of [again, other])
      expect(await keys()).toContainEqual({ subject_key: `assessment-ends:${id}:2026-12-03` });
  });

  it('goes to nobody whose answers an order rests on', async () => {
    const { assessmentId } = await scene.order();
    await scene.rows(`update assessments set email = 'sam@example.org' where id = $1`, assessmentId);
    expect(await warn()).toBe(0);
    expect(await keys()).toEqual([]);
  });
});

describe('an assessment at its end', () => {
  it('goes a week after its warning and not before, nor without one', async () => {
    const [gone, soon, never] = [await ending(-1), await ending(-1), await ending(-1)];
    await warnedOn(gone, plusDays(NOW, -7));
    await warnedOn(soon, plusDays(NOW, -6));
    expect(await remove()).toBe(1);
    expect(await scene.rows('select id from assessments order by id')).toEqual(
      [soon, never].sort().map((id) => ({ id })),
    );
  });

  it('stays while an order rests on it', async () => {
    const { assessmentId } = await scene.order();
    expect(await remove()).toBe(0);
    expect(await scene.kept(assessmentId)).toBe(true);
  });
});

describe('a run', () => {
  const gone = (): Promise<string> =>
    buildAssessment(scene.source, { createdAt: plusDays(NOW, -91), expiresAt: plusDays(NOW, -1) });

  it('that is told to stop before it began does nothing', async () => {
    const id = await gone();
    await scene.app.get(RetentionRun).run(AbortSignal.abort());
    expect(await ends(id)).toHaveLength(1);
  });

  it('says in the log how many of each there were, and nothing else', async () => {
    await gone();
    const logged = vi.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
    await scene.app.get(RetentionRun).run();
    expect(logged.mock.lastCall).toEqual([expect.stringMatching(/^retention: (\w+ \d+, )+\w+ \d+$/)]);
    expect(logged.mock.lastCall?.[0]).toContain('assessmentsDeleted 1');
    logged.mockRestore();
  });
});
