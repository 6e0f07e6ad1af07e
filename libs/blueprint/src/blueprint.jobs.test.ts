import { randomBytes } from 'node:crypto';
import { AssessmentFollowers, AssessmentService, assessmentEntities, Questions } from '@app/assessment';
import { Audit, AuditKeys } from '@app/audit';
import { schemaDrift } from '@app/database';
import { enqueue } from '@app/jobs';
import { newId, newReference, sha256 } from '@app/kernel';
import { ActRunner, Corrections, draftBlueprint, orderEntities, OrdersService } from '@app/orders';
import { StaffTasks, taskEntities } from '@app/tasks';
import { createTestDatabase, FakeClock, runJobs, type TestDatabase, testEnvironment } from '@app/testing';
import { BlueprintDrafts } from './blueprint-drafts.js';
import { BlueprintJobs } from './blueprint.jobs.js';
import { blueprintEntities } from './blueprint.module.js';
import { BlueprintRendering } from './blueprint-rendering.js';
import { SnapshotDrafting } from './snapshot-drafting.js';
import { BlueprintEditing } from './editing/blueprint-editing.js';
import { filesInTable } from './outside/files-in-table.builder.js';
import { FactStatuses } from './facts/fact-statuses.js';
import { ReviewVerdicts } from './review-verdicts.js';
import { AMARA, type Fixtures, loadFixtures } from './people.builder.js';

let database: TestDatabase;
let fixtures: Fixtures;
const clock = new FakeClock(new Date('2026-11-24T19:50:00Z'));
const environment = testEnvironment();

beforeAll(async () => {
  fixtures = await loadFixtures();
  database = await createTestDatabase([
    ...blueprintEntities,
    ...orderEntities,
    ...taskEntities,
    ...assessmentEntities,
  ]);
});
afterAll(() => database.drop());

function jobsWith(assets = { current: fixtures.assets }): BlueprintJobs {
  const { source } = database;
  const tasks = new StaffTasks(source, clock);
  const acts = new ActRunner(tasks, new Audit(source, clock, new AuditKeys(testEnvironment())));
  const orders = new OrdersService(source, environment, clock, acts);
  const assessments = new AssessmentService(
    source,
    clock,
    fixtures.scorer,
    Questions.load(),
    new AssessmentFollowers(),
  );
  const verdicts = new ReviewVerdicts();
  verdicts.bind({
    isReturned: async (manager, blueprintId) =>
      await manager
        .query<unknown[]>(`select 1 from reviews where blueprint_id = $1 and state = 'returned'`, [
          blueprintId,
        ])
        .then((rows) => rows.length > 0),
  });
  const drafts = new BlueprintDrafts(
    source,
    clock,
    orders,
    assessments,
    new SnapshotDrafting(
      environment,
      fixtures.scorer,
      fixtures.catalogue,
      fixtures.market,
      assets,
      new FactStatuses(),
    ),
    new BlueprintEditing(assets),
    verdicts,
    new Corrections(source, clock, acts, environment),
  );
  return new BlueprintJobs(drafts, new BlueprintRendering(source, clock, assets, tasks));
}

/** A paid order of someone who answered everything. */
async function paidOrder(state: 'paid' | 'cancelled' = 'paid'): Promise<string> {
  const [orderId, assessmentId, now] = [newId(), newId(), clock.now()];
  await database.source.query(
    `insert into assessments (id, resume_code_hash, answers, result, completed_at, created_at, updated_at, expires_at)
     values ($1, $2, $3, $4, $5, $5, $5, $5::timestamptz + interval '1 year')`,
    [assessmentId, randomBytes(32), AMARA.answers, fixtures.scorer.score(AMARA.answers), now],
  );
  await database.source.query(
    `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name, customer_email, occupation_title,
       price_pence, start_choice, created_at, expires_at, paid_at, paid_pence, clock_started_at, target_at, promise_at)
     values ($1, $2, $3, $4, $5, $6, 'none', $7, 'amara@example.org', 'Machine learning engineer', 4900, 'start_now', $8, $8, $8, 4900, $8, $8, $8)`,
    [orderId, newReference('PW', 8), state, assessmentId, newId(), randomBytes(32), AMARA.name, now],
  );
  return orderId;
}

async function returned(orderId: string, blueprintId: string | undefined): Promise<void> {
  const staffId = newId();
  await database.source.query(
    `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at) values ($1, $2, 'R', '{reviewer}', 'x', 'x', now())`,
    [staffId, `${staffId}@example.org`],
  );
  await database.source.query(
    `insert into reviews (id, order_id, blueprint_id, state, promise_at, claimed_by, claimed_at, claim_active_at, decided_by, decided_at, reason, created_at)
     values ($1, $2, $3, 'returned', now(), $4, now(), now(), $4, now(), 'the name is wrong', now())`,
    [newId(), orderId, blueprintId, staffId],
  );
}

const ask = (orderId: string): Promise<void> => enqueue(database.source.manager, draftBlueprint, { orderId });
const waiting = async (name: string): Promise<unknown[]> =>
  await database.source.query(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
    [name],
  );
const run = (jobs = jobsWith()): Promise<string[]> => runJobs(database.source, jobs.boundJobs());

describe('drafting and rendering', () => {
  it('makes one file from a paid order and puts it before review, however often it is asked', async () => {
    const orderId = await paidOrder();
    await ask(orderId);
    await ask(orderId);
    await run();
    await ask(orderId);
    await run();
    const service = filesInTable(database.source, clock).service;
    const versions = await service.versions(orderId);
    expect(versions).toHaveLength(1);
    const [blueprint] = versions;
    expect(blueprint).toMatchObject({
      version: 1,
      state: 'rendered',
      pdfPages: 15,
      templateVersion: fixtures.assets.version,
    });
    const file = await service.file(blueprint?.id ?? '');
    expect(sha256(file.pdf)).toBe(blueprint?.pdfSha256);
    expect(file.calendarFile).toContain('BEGIN:VCALENDAR');
    expect(file.snapshot.emailSummary.length).toBeGreaterThanOrEqual(3);
    expect(file.snapshot.person.name).toBe(AMARA.name);
    expect(await waiting('review.open')).toEqual([{ payload: { blueprintId: blueprint?.id } }]);
  });

  it('drafts the next version only after a reviewer returned the last', async () => {
    const orderId = await paidOrder();
    await ask(orderId);
    await run();
    const service = filesInTable(database.source, clock).service;
    const first = await service.current(orderId);
    await returned(orderId, first?.id);
    await ask(orderId);
    await run();
    expect((await service.versions(orderId)).map(({ version, state }) => [version, state])).toEqual([
      [2, 'rendered'],
      [1, 'superseded'],
    ]);
  });

  it('does no work for an order that was cancelled meanwhile', async () => {
    const orderId = await paidOrder('cancelled');
    await ask(orderId);
    await run();
    expect(await filesInTable(database.source, clock).service.versions(orderId)).toEqual([]);
  });

  it('puts a rendering that failed for good before staff, and makes it anew once the cause is mended', async () => {
    const orderId = await paidOrder();
    await ask(orderId);
    const [draft, render] = jobsWith({
      current: {
        ...fixtures.assets,
        copy: {
          fill: () => {
            throw new Error('pages/02-answer.liquid: spoilt');
          },
        } as never,
      },
    }).boundJobs();
    const context = { attempt: 5, lastAttempt: true, signal: new AbortController().signal };
    await draft?.run({ orderId }, context);
    const current = await filesInTable(database.source, clock).service.current(orderId);
    await expect(render?.run({ blueprintId: current?.id }, context)).rejects.toThrow('spoilt');
    const tasks = await new StaffTasks(database.source, clock).open();
    expect(tasks).toMatchObject([{ kind: 'blueprint_not_rendered', subject: current?.id, orderId }]);
    await run();
    expect(await filesInTable(database.source, clock).service.current(orderId)).toMatchObject({
      state: 'rendered',
      version: 1,
    });
  });

  it('has entities that agree with the schema', async () => {
    expect(
      (await schemaDrift(database.url, blueprintEntities)).filter((sql) => /blueprints/.test(sql)),
    ).toEqual([]);
  });
});
