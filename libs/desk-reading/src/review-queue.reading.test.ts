import { createTestDatabase, emptyTables, FakeClock, type TestDatabase } from '@app/testing';
import {
  type CheckLevel,
  type CheckResult,
  Claims,
  Giving,
  QUEUE_FILTERS,
  type QueueFilter,
  Review,
} from '@app/review';
import { ReviewScene } from '../../review/src/review-scene.builder.js';
import { auditEntities } from '@app/audit';
import { staffEntities } from '@app/staff';
import { taskEntities } from '@app/tasks';
import { ReviewQueue } from './review-queue.reading.js';

let database: TestDatabase;
let clock: FakeClock;
let scene: ReviewScene;
let queue: ReviewQueue;
let claims: Claims;
let giving: Giving;

beforeAll(async () => {
  database = await createTestDatabase([...auditEntities, ...staffEntities, ...taskEntities, Review]);
  clock = new FakeClock();
  scene = new ReviewScene(database.source, clock);
  queue = new ReviewQueue(database.source, clock);
  claims = new Claims(database.source, scene.audit, clock);
  giving = new Giving(database.source, scene.audit, clock);
});
afterAll(() => database.drop());
beforeEach(async () => {
  clock.set('2026-11-26T10:00Z');
  await emptyTables(database.source, 'reviews', 'blueprints', 'orders', 'assessments');
});

const NONE = Object.fromEntries(QUEUE_FILTERS.map((name) => [name, 0]));
const check = (level: CheckLevel): CheckResult => ({ id: level, title: level, level, found: level });
const references = async (
  filter: QueueFilter | readonly QueueFilter[],
  staffId = '00000000-0000-4000-8000-000000000000',
  search = '',
): Promise<string[]> =>
  (await queue.list({ filters: [filter].flat(), staffId, search })).rows.map(({ reference }) => reference);

describe('the queue', () => {
  it('is in order of promise, each with its due time, urgency and worst check', async () => {
    const later = await scene.review({
      promiseAt: new Date('2026-11-27T18:00Z'),
      checks: [check('green'), check('amber')],
    });
    const late = await scene.review({
      promiseAt: new Date('2026-11-25T18:00Z'),
      checks: [check('red'), check('amber')],
    });
    const { staffId } = await scene.staff('Ana');
    const { rows } = await queue.list({ filters: ['open'], staffId });
    expect(rows).toMatchObject([
      {
        reference: late.reference,
        due: 'Wed 25 Nov 18:00',
        dueIn: '16 h late',
        urgency: 'overdue',
        checks: 'red',
        state: 'queued',
        version: 1,
      },
      {
        reference: later.reference,
        due: 'Fri 27 Nov 18:00',
        dueIn: 'in 1 working day 8 h',
        urgency: 'in time',
        checks: 'amber',
      },
    ]);
    expect(await queue.countsFor(staffId)).toEqual({ ...NONE, open: 2, unclaimed: 2, overdue: 1 });
  });

  it('calls a review at risk from four business hours before its promise, nights and weekends left out', async () => {
    const { reference } = await scene.review({ promiseAt: new Date('2026-11-30T18:00Z') });
    for (const [now, atRisk] of [
      ['2026-11-27T18:00Z', false],
      ['2026-11-30T13:59Z', false],
      ['2026-11-30T14:00Z', true],
      ['2026-11-30T17:59Z', true],
      ['2026-11-30T18:00Z', false],
    ] as const) {
      clock.set(now);
      expect([now, await references('at_risk')]).toEqual([now, atRisk ? [reference] : []]);
    }
    expect(await references('overdue')).toEqual([reference]);
  });

  it('filters what is mine, unclaimed and held', async () => {
    const [ana, bob] = [await scene.staff('Ana'), await scene.staff('Bob')];
    const [mine, his, held, free] = [
      await scene.review(),
      await scene.review(),
      await scene.review(),
      await scene.review(),
    ];
    await claims.claim(mine.reviewId, ana);
    await claims.claim(his.reviewId, bob);
    await claims.claim(held.reviewId, bob);
    await database.source.manager.update(Review, { id: held.reviewId }, { state: 'held', reason: 'waiting' });
    expect(await references('mine', ana.staffId)).toEqual([mine.reference]);
    expect(await references('unclaimed', ana.staffId)).toEqual([free.reference]);
    expect(await references('held', ana.staffId)).toEqual([held.reference]);
    expect(await queue.countsFor(ana.staffId)).toEqual({
      ...NONE,
      open: 4,
      mine: 1,
      unclaimed: 1,
      held: 1,
    });
  });

  it('shows a lapsed claim as free at once, before any job has run', async () => {
    const ana = await scene.staff('Ana');
    const { reviewId, reference } = await scene.review();
    await claims.claim(reviewId, ana);
    clock.advance(2 * 3_600_000 - 1);
    expect(await references('unclaimed')).toEqual([]);
    clock.advance(1);
    expect(await references('unclaimed')).toEqual([reference]);
    expect((await queue.list({ filters: ['open'], staffId: ana.staffId })).rows[0]).toMatchObject({
      state: 'queued',
      claimedByName: null,
    });
  });

  it.each([
    ['the reference', (reference: string) => reference.slice(3).toLowerCase()],
    ['the email', () => 'GRACE@'],
    ['the name', () => 'hopper'],
  ])('finds by part of %s', async (_name, term) => {
    await scene.review();
    const { reference } = await scene.review({ name: 'Grace Hopper', email: 'grace@example.org' });
    expect(await references('open', undefined, term(reference))).toEqual([reference]);
  });

  it('takes signs of patterns and quotes in a search as letters', async () => {
    await scene.review({ name: `100% O'Neill_` });
    await scene.review({ name: 'Ada' });
    for (const [term, found] of [
      ['%', 1],
      ['_', 1],
      [`o'neill`, 1],
      ['O’Neill', 1],
      ['\\', 0],
      [`'; drop table reviews; --`, 0],
    ] as const) {
      expect([term, (await references('open', undefined, term)).length]).toEqual([term, found]);
    }
  });

  it.each([
    ['cancelled', `update orders set state = 'cancelled' where id = $1`],
    ['refunded in full', `update orders set refunded_pence = paid_pence where id = $1`],
  ])('loses by itself what was %s', async (_name, sql) => {
    const gone = await scene.review();
    const { reference } = await scene.review();
    await database.source.query(sql, [gone.orderId]);
    expect(await references('open')).toEqual([reference]);
  });

  it('filters what is blocked, bounced and disputed, while it is', async () => {
    const [bounced, disputed, free] = [await scene.review(), await scene.review(), await scene.review()];
    for (const [{ orderId }, kind] of [
      [bounced, 'bounce'],
      [disputed, 'dispute'],
      [free, 'pause'],
    ] as const)
      await database.source.query(
        `insert into order_blockers (id, order_id, kind, reason, source, opened_at)
         values (gen_random_uuid(), $1, $2, 'why', 'test', now())`,
        [orderId, kind],
      );
    await database.source.query(
      `update order_blockers set ended_at = now(), ended_reason = 'over', end_act = 'test' where order_id = $1`,
      [free.orderId],
    );
    expect((await references('blocked')).sort()).toEqual([bounced.reference, disputed.reference].sort());
    expect(await references('bounced')).toEqual([bounced.reference]);
    expect(await references('disputed')).toEqual([disputed.reference]);
  });

  it('comes in pages, none twice and none left out', async () => {
    const all = [];
    for (let n = 0; n < 5; n += 1) all.push((await scene.review()).reference);
    const staffId = (await scene.staff('Ana')).staffId;
    const page = async (from: number): Promise<[string[], boolean]> => {
      const { rows, more } = await queue.list({ filters: ['open'], staffId, from, rows: 2 });
      return [rows.map(({ reference }) => reference), more];
    };
    const pages = [await page(0), await page(2), await page(4)];
    expect(pages.map(([, more]) => more)).toEqual([true, true, false]);
    expect(pages.flatMap(([found]) => found).sort()).toEqual(all.sort());
  });

  it('counts paid orders that have not reached it', async () => {
    const { reviewId } = await scene.review();
    const staffId = (await scene.staff('Ana')).staffId;
    expect((await queue.list({ filters: ['open'], staffId })).preparing).toBe(0);
    await database.source.query('delete from reviews where id = $1', [reviewId]);
    expect((await queue.list({ filters: ['open'], staffId })).preparing).toBe(1);
  });

  it('counts what is overdue and in no queue: not drafted, or approved and not sent', async () => {
    const late = { promiseAt: new Date('2026-11-25T18:00Z') };
    const [queued, drafting, approved] = [
      await scene.review(late),
      await scene.review(late),
      await scene.review(late),
    ];
    const ana = await scene.staff('Ana');
    const elsewhere = async (): Promise<number> =>
      (await queue.list({ filters: ['open'], staffId: ana.staffId })).overdueElsewhere;
    expect(await elsewhere()).toBe(0);
    await database.source.query('delete from reviews where id = $1', [drafting.reviewId]);
    await database.source.query(
      `update reviews set state = 'approved', approved_sha256 = $2, note_by = $3, decided_by = $3, decided_at = now() where id = $1`,
      [approved.reviewId, approved.sha256, ana.staffId],
    );
    expect(await elsewhere()).toBe(2);
    expect(await references(['overdue'], ana.staffId)).toEqual([queued.reference]);
  });

  it('narrows to what holds to all of several filters, and counts as it lists', async () => {
    const ana = await scene.staff('Ana');
    const late = { promiseAt: new Date('2026-11-25T18:00Z') };
    const [lateFree, lateMine] = [await scene.review(late), await scene.review(late), await scene.review()];
    await claims.claim(lateMine.reviewId, ana);
    expect(await references(['unclaimed', 'overdue'], ana.staffId)).toEqual([lateFree.reference]);
    const sets: QueueFilter[][] = [
      ['unclaimed', 'overdue'],
      ['mine', 'overdue'],
      ['mine', 'held'],
    ];
    const nobody = (await scene.staff('Bob')).staffId;
    expect(await queue.counts([ana.staffId, nobody], sets)).toEqual(
      new Map([
        [ana.staffId, [1, 1, 0]],
        [nobody, [1, 0, 0]],
      ]),
    );
  });

  it('shows what was given to somebody among theirs, and to nobody as free until its promise is at risk', async () => {
    const [ana, bob, lead] = [
      await scene.staff('Ana'),
      await scene.staff('Bob'),
      await scene.staff('Lea', ['manager']),
    ];
    const given = await scene.review();
    await giving.give(given.reviewId, bob.staffId, lead);
    expect(await references('mine', bob.staffId)).toEqual([given.reference]);
    expect(await references('given')).toEqual([given.reference]);
    expect(await references('unclaimed')).toEqual([]);
    const { rows } = await queue.list({ filters: ['open'], staffId: ana.staffId });
    expect(rows[0]).toMatchObject({ state: 'queued', givenTo: bob.staffId, givenToName: 'Bob' });
    clock.set('2026-11-26T14:00Z');
    expect(await references('unclaimed')).toEqual([given.reference]);
    await database.source.query('update staff set disabled_at = now() where id = $1', [bob.staffId]);
    expect(await references('given')).toEqual([]);
  });
});

describe('the next review for a person', () => {
  const next = async (staffId: string, second = false): Promise<string[]> =>
    (await queue.nextFor({ staffId, decide: true, second })).map(({ id }) => id);

  it('is the most urgent that nobody has, that nothing binds and that is not kept for another', async () => {
    const [ana, bob, lead] = [
      await scene.staff('Ana'),
      await scene.staff('Bob'),
      await scene.staff('Lea', ['manager']),
    ];
    const [bound, taken, bobs, later, sooner] = [
      await scene.review({ promiseAt: new Date('2026-11-26T11:00Z') }),
      await scene.review({ promiseAt: new Date('2026-11-26T11:00Z') }),
      await scene.review({ promiseAt: new Date('2026-11-27T16:00Z') }),
      await scene.review({ promiseAt: new Date('2026-11-27T18:00Z') }),
      await scene.review({ promiseAt: new Date('2026-11-27T17:00Z') }),
    ];
    await database.source.query(
      `insert into order_blockers (id, order_id, kind, reason, source, opened_at)
       values (gen_random_uuid(), $1, 'bounce', 'why', 'test', now())`,
      [bound.orderId],
    );
    await claims.claim(taken.reviewId, bob);
    await giving.give(bobs.reviewId, bob.staffId, lead);
    expect(await next(ana.staffId)).toEqual([sooner.reviewId, later.reviewId]);
    expect(await next(bob.staffId)).toEqual([bobs.reviewId, sooner.reviewId, later.reviewId]);
    expect(await queue.nextFor({ staffId: ana.staffId, decide: false, second: true })).toEqual([]);
  });

  it('may be a second reading for who may give one: neither the first nor anybody who changed words', async () => {
    const [first, editor, other] = [
      await scene.staff('Ana', ['approver']),
      await scene.staff('Eve', ['approver']),
      await scene.staff('Oto', ['approver']),
    ];
    const waits = await scene.review();
    await database.source.query(
      `update reviews set state = 'second', first_approved_by = $2, first_approved_at = now(), first_sha256 = $3, needs_second = '{drawn}', editors = $4
       where id = $1`,
      [waits.reviewId, first.staffId, waits.sha256, [editor.staffId]],
    );
    expect(await next(first.staffId, true)).toEqual([]);
    expect(await next(editor.staffId, true)).toEqual([]);
    expect(await next(other.staffId, false)).toEqual([]);
    expect(await next(other.staffId, true)).toEqual([waits.reviewId]);
  });
});
