import { Audit, AuditKeys, auditEntities } from '@app/audit';
import { blueprintEntities } from '@app/blueprint';
import { ActRunner, orderEntities, OrdersService } from '@app/orders';
import { staffEntities } from '@app/staff';
import { StaffTasks, taskEntities } from '@app/tasks';
import {
  createTestDatabase,
  emptyTables,
  FakeClock,
  tamper,
  type TestDatabase,
  testEnvironment,
} from '@app/testing';
import { filesInTable } from '../../blueprint/src/outside/files-in-table.builder.js';
import { GenuineCopies } from './genuine-copies.js';
import { Review } from './review.entity.js';
import { moveReview } from './review.store.js';
import { type MadeReview, ReviewScene } from './review-scene.builder.js';

const CODE = '4H7R-K2QP-M9XD';

let database: TestDatabase;
let scene: ReviewScene;
let copies: GenuineCopies;
const clock = new FakeClock();

beforeAll(async () => {
  database = await createTestDatabase([
    ...auditEntities,
    ...blueprintEntities,
    ...orderEntities,
    ...staffEntities,
    ...taskEntities,
    Review,
  ]);
  const { source } = database;
  scene = new ReviewScene(source, clock);
  const acts = new ActRunner(
    new StaffTasks(source, clock),
    new Audit(source, clock, new AuditKeys(testEnvironment())),
  );
  const orders = new OrdersService(source, testEnvironment(), clock, acts);
  copies = new GenuineCopies(source, orders, filesInTable(source, clock).service);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await emptyTables(database.source, 'reviews', 'blueprints');
});

/** A review whose blueprint has the check code. */
async function reviewed(approved: boolean): Promise<MadeReview> {
  const made = await scene.review();
  await tamper(database.source, 'update blueprints set check_code = $2 where id = $1', [
    made.blueprintId,
    CODE,
  ]);
  const { staffId } = await scene.staff('Ana');
  if (!approved) return made;
  const { manager } = database.source;
  const now = clock.now();
  const queued = { id: made.reviewId, state: 'queued' } as const;
  await moveReview(manager, queued, 'claim', { claimedBy: staffId, claimedAt: now, claimActiveAt: now });
  const claimed = { id: made.reviewId, state: 'claimed' } as const;
  await moveReview(manager, claimed, 'approve', {
    approvedSha256: made.sha256,
    noteBy: staffId,
    decidedBy: staffId,
    decidedAt: now,
  });
  return made;
}

describe('whether a copy is genuine', () => {
  it('is known by reference and check code together, however they are typed', async () => {
    const { reference, sha256 } = await reviewed(true);
    for (const [one, other] of [
      [reference, CODE],
      [` ${reference.toLowerCase().replaceAll('-', ' ')} `, CODE.toLowerCase().replaceAll('-', '')],
    ] as const)
      expect(await copies.isGenuine(one, other)).toEqual({
        genuine: true,
        draftedAt: clock.now(),
        reviewedAt: clock.now(),
        fingerprint: sha256,
        newer: false,
      });
    for (const [one, other] of [
      [reference, 'AAAA-BBBB-CCCC'],
      ['PW-AAAA-AAAA', CODE],
      ['', ''],
      [reference, ''],
    ] as const)
      expect(await copies.isGenuine(one, other)).toEqual({ genuine: false });
  });

  it('is denied for a file that nobody approved', async () => {
    const { reference } = await reviewed(false);
    expect(await copies.isGenuine(reference, CODE)).toEqual({ genuine: false });
  });

  it('is answered after a newer version was approved, and after the file was erased', async () => {
    const { reference, orderId, sha256 } = await reviewed(true);
    const { blueprintId, sha256: newer } = await scene.blueprint(orderId, 2);
    // Until somebody has approved it, the older copy is the one that counts.
    expect(await copies.isGenuine(reference, CODE)).toMatchObject({ newer: false });
    await database.source.query(
      `insert into reviews (id, order_id, blueprint_id, state, promise_at, created_at, note_by, decided_by, decided_at, approved_sha256)
       values (gen_random_uuid(), $1, $2, 'approved', now(), now(), $3, $3, now(), $4)`,
      [orderId, blueprintId, (await scene.staff('Ben')).staffId, newer],
    );
    await filesInTable(database.source, clock).forgetting.erase(
      database.source.manager,
      orderId,
      clock.now(),
    );
    expect(await copies.isGenuine(reference, CODE)).toMatchObject({ fingerprint: sha256, newer: true });
  });
});
