import { schemaDrift } from '@app/database';
import { LabourMarket } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { createTestDatabase, FakeClock, type TestDatabase } from '@app/testing';
import { assessmentEntities } from './assessment.module.js';
import { AssessmentService } from './assessment.service.js';
import { PersonalScorer } from './personal-scorer.js';
import { AssessmentFollowers } from './session/assessment-followers.js';

const SLUG = 'machine-learning-engineer';
const DAY = 24 * 60 * 60 * 1000;

describe('AssessmentService', () => {
  let database: TestDatabase;
  let service: AssessmentService;
  const clock = new FakeClock();
  beforeAll(async () => {
    database = await createTestDatabase(assessmentEntities);
    const catalogue = Catalogue.load();
    service = new AssessmentService(
      database.source,
      clock,
      new PersonalScorer(catalogue, new LabourMarket(catalogue)),
      new AssessmentFollowers(),
    );
  });
  afterAll(() => database.drop());

  const order = (assessmentId: string): Promise<unknown> =>
    database.source.query(
      `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name,
         customer_email, occupation_title, price_pence, start_choice, created_at, expires_at)
       values ($1::uuid, $1::text, 'awaiting_payment', $1::uuid, $1::text, $2, '', 'Sam', 'sam@example.org', '', 4900, 'start_now', now(), now())`,
      [assessmentId, Buffer.from(assessmentId)],
    );

  it('agrees with the migrations', async () => {
    expect(await schemaDrift(database.url, assessmentEntities)).toEqual([]);
  });

  it('opens by the code, however it is typed, and keeps only a hash of it', async () => {
    const { code, assessment } = await service.start();
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    expect((await service.byCode(` ${code.toLowerCase().replaceAll('-', ' ')} `))?.id).toBe(assessment.id);
    expect(await service.byCode('0000-0000-0000-0000')).toBeNull();
    expect(await service.byCode('nonsense')).toBeNull();
    const [row] = await database.source.query<{ text: string }[]>(
      'select assessments::text as text from assessments where id = $1',
      [assessment.id],
    );
    expect(row?.text).not.toContain(code.slice(0, 4));
  });

  it('merges by screen: two tabs that began together both keep their answers', async () => {
    const { code } = await service.start();
    const [work, moving] = await Promise.all([
      service.saveScreen(code, 'work', { level: 'senior', hoursPerWeek: 40 }, 0),
      service.saveScreen(code, 'moving', { constraints: { lowestPay: 30_000 } }, 0),
    ]);
    expect([work.replacedNewer, moving.replacedNewer]).toEqual([false, false]);
    expect((await service.byCode(code))?.answers).toEqual({
      level: 'senior',
      hoursPerWeek: 40,
      constraints: { lowestPay: 30_000 },
    });
  });

  it('keeps the later save of the same screen and tells of it; a double click is nothing new', async () => {
    const { code } = await service.start();
    await service.saveScreen(code, 'work', { level: 'senior' }, 0);
    expect(await service.saveScreen(code, 'work', { level: 'senior' }, 0)).toMatchObject({
      replacedNewer: false,
      assessment: { revision: 1 },
    });
    expect((await service.saveScreen(code, 'work', { level: 'lead' }, 0)).replacedNewer).toBe(true);
    expect((await service.saveScreen(code, 'work', {}, 2)).replacedNewer).toBe(false);
    expect((await service.byCode(code))?.answers).toEqual({});
  });

  it('keeps ticks through a change of job, for the way back', async () => {
    const { code } = await service.start();
    await service.saveScreen(code, 'job', { occupationSlug: SLUG }, 0);
    await service.saveScreen(code, 'tasks', { tasks: [{ taskId: 'model-evaluation' }], tasksFor: SLUG }, 1);
    await service.saveScreen(code, 'job', { occupationSlug: 'nurse' }, 2);
    expect((await service.complete(code)).result.level).toBe('title only');
    await service.saveScreen(code, 'job', { occupationSlug: SLUG }, 3);
    expect((await service.complete(code)).result.level).toBe('ticks');
  });

  it('completes once, and an edit afterwards leaves the completed one as it was ordered', async () => {
    const { code } = await service.start();
    await service.saveScreen(code, 'job', { occupationSlug: SLUG }, 0);
    const [first, again] = await Promise.all([service.complete(code), service.complete(code)]);
    expect(again).toEqual(first);
    await order(first.id);
    const { assessment } = await service.saveScreen(code, 'work', { hoursPerWeek: 20 }, 1);
    expect(assessment.id).not.toBe(first.id);
    expect(assessment.completedAt).toBeNull();
    expect(await service.completed(first.id)).toEqual(first);
    const second = await service.complete(code);
    expect(second.id).not.toBe(first.id);
    expect(second.result.weekHours).toBe(20);
    expect(await service.completed(first.id)).toEqual(first);
  });

  it('does not leave behind what nobody ordered and nobody could open any more', async () => {
    const { code } = await service.start();
    await service.saveScreen(code, 'job', { occupationSlug: SLUG }, 0);
    const { id } = await service.complete(code);
    await service.saveScreen(code, 'work', { hoursPerWeek: 20 }, 1);
    await expect(service.completed(id)).rejects.toMatchObject({ code: 'assessment_not_found' });
  });

  it('refuses to complete without a job, and to hand out what is not finished', async () => {
    const { code, assessment } = await service.start();
    await expect(service.complete(code)).rejects.toMatchObject({ code: 'assessment_incomplete' });
    await expect(service.completed(assessment.id)).rejects.toMatchObject({ code: 'assessment_incomplete' });
    await expect(service.completed('5f0b1a52-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'assessment_not_found',
    });
  });

  it('forgets an unfinished one 90 days after the last save', async () => {
    const { code } = await service.start();
    clock.advance(89 * DAY);
    await service.saveScreen(code, 'work', { level: 'mid' }, 0);
    clock.advance(89 * DAY);
    expect(await service.byCode(code)).not.toBeNull();
    clock.advance(2 * DAY);
    expect(await service.byCode(code)).toBeNull();
    await expect(service.saveScreen(code, 'work', {}, 1)).rejects.toMatchObject({
      code: 'assessment_not_found',
    });
  });
});
