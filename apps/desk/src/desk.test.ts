import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import { Audit } from '@app/audit';
import { StaffService, totpAt } from '@app/staff';
import type { FakeClock, TestDatabase } from '@app/testing';
import { type TestDesk, PASSWORD, startDesk } from './test-desk.builder.js';
import { Visitor } from './visitor.builder.js';

const UUID = '00000000-0000-4000-8000-000000000000';

let fixture: TestDesk;
let database: TestDatabase;
let clock: FakeClock;
let app: NestFastifyApplication;
let routes: TestDesk['routes'];
let signedIn: TestDesk['signedIn'];

beforeAll(async () => {
  fixture = await startDesk();
  ({ database, clock, app, routes, signedIn } = fixture);
});
afterAll(() => fixture.stop());

describe('access', () => {
  it('leads nobody anywhere but to the sign-in page, on every route there is', async () => {
    const open = (url: string): boolean => /^\/(sign-in|invitation\/|health\/|metrics|assets\/)/.test(url);
    const closed = routes.filter(
      ({ method, url }) => ['GET', 'POST'].includes(method) && !open(url) && url !== '*',
    );
    expect(closed.length).toBeGreaterThan(20);
    const visitor = new Visitor(app);
    await visitor.open('/sign-in');
    for (const { method, url } of closed) {
      const path = url.replace(/:\w+/g, UUID);
      const answer = method === 'GET' ? await visitor.open(path) : await visitor.send(path, {});
      expect([method, url, answer.status, answer.location?.split('?')[0], answer.body]).toEqual([
        method,
        url,
        303,
        '/sign-in',
        '',
      ]);
    }
  });

  it('says one thing to every wrong try, keeps the email, and leads back to the page that was asked for', async () => {
    const { totpSecret } = await app
      .get(StaffService)
      .create({ email: 'kim@example.org', name: 'Kim', password: PASSWORD, roles: ['reviewer'] });
    const visitor = new Visitor(app);
    const first = await visitor.open('/orders?search=kim');
    await visitor.open(first.location ?? '');
    const wrong = await visitor.send('/sign-in', {
      email: 'kim@example.org',
      password: 'nonsense nonsense',
      code: '123456',
    });
    const unknown = await visitor.send('/sign-in', {
      email: 'lee@example.org',
      password: 'nonsense nonsense',
      code: '123456',
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const words = (body: string): string => body.replace(/value="[^"]*"/g, '');
    expect(words(wrong.body)).toBe(words(unknown.body));
    expect(wrong.body).toContain('value="kim@example.org"');
    const right = await visitor.send('/sign-in', {
      email: 'kim@example.org',
      password: PASSWORD,
      code: await totpAt(totpSecret, clock.now()),
      next: '/orders?search=kim',
    });
    expect([right.status, right.location]).toEqual([303, '/orders?search=kim']);
    expect(right.cookies.find((cookie) => cookie.startsWith('desk='))).toMatch(
      /HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/,
    );
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to another place: %s',
    async (next) => {
      const visitor = await signedIn('reviewer');
      expect((await visitor.open(`/sign-in?next=${encodeURIComponent(next)}`)).location).toBe('/');
    },
  );

  it('ends with signing out', async () => {
    const visitor = await signedIn('reviewer');
    const token = visitor.cookie('desk') ?? '';
    await visitor.open('/reviews');
    const { location, headers } = await visitor.send('/sign-out', {});
    expect([location, headers['clear-site-data']]).toEqual(['/sign-in', '"cache", "storage"']);
    const thief = new Visitor(app);
    thief.setCookie('desk', token);
    expect((await thief.open('/reviews')).location).toBe('/sign-in?next=%2Freviews');
  });

  it('shows what is missing at the field', async () => {
    const visitor = new Visitor(app);
    await visitor.open('/sign-in');
    const answer = await visitor.send('/sign-in', { email: 'no', password: '', code: '12' });
    expect(answer.status).toBe(422);
    for (const field of ['email', 'password', 'code']) expect(answer.body).toContain(`id="${field}-error"`);
  });
});

describe('tasks and jobs', () => {
  it('are closed once, with what was done, on the record', async () => {
    const tasks = app.get(StaffTasks);
    await tasks.raise(database.source.manager, {
      kind: 'payment_second',
      subject: newId(),
      summary: 'Paid twice: give one back.',
    });
    const [task] = await tasks.open();
    const visitor = await signedIn('manager');
    expect((await visitor.open('/tasks')).body).toContain('Paid twice');
    expect((await visitor.send(`/tasks/${task?.id}/close`, { resolution: ' ' })).status).toBe(422);
    expect((await visitor.send(`/tasks/${task?.id}/close`, { resolution: 'Refunded.' })).location).toBe(
      '/tasks?done=task',
    );
    expect((await visitor.send(`/tasks/${task?.id}/close`, { resolution: 'Refunded.' })).status).toBe(409);
    expect(await app.get(Audit).about('task', task?.id ?? '')).toMatchObject([
      { action: 'task.closed', reason: 'Refunded.' },
    ]);
  });

  it('that failed are shown and retried', async () => {
    await database.source.query(
      `select graphile_worker.add_job('thing.make', '{"thingId": 1}', max_attempts := 1)`,
    );
    await database.source.query(
      `update graphile_worker._private_jobs set attempts = 1, last_error = 'the disk is <full>'`,
    );
    const visitor = await signedIn('manager');
    const page = await visitor.open('/jobs');
    expect(page.body).toContain('the disk is &lt;full&gt;');
    const action = /\/jobs\/\d+\/retry/.exec(page.body)?.[0] ?? '';
    expect((await visitor.send(action, {})).location).toBe('/jobs?done=retried');
    expect((await visitor.open('/jobs')).body).toContain('No job has failed');
    expect((await visitor.send(action, {})).status).toBe(404);
  });
});

describe('bad input', () => {
  it('gets a page, never a fault', async () => {
    const visitor = await signedIn('reviewer', 'approver', 'manager', 'support', 'auditor', 'admin');
    for (const path of [
      '/reviews/none',
      `/reviews/${UUID}`,
      `/reviews/${UUID}/blueprint.pdf`,
      '/orders/none',
      `/orders/${UUID}`,
      '/nowhere',
    ]) {
      expect([path, (await visitor.open(path)).status]).toEqual([path, 404]);
    }
    for (const query of [
      'show=x',
      'show=open&show=mine',
      'search=%25%00',
      `search=${'x'.repeat(900)}`,
      'search[a]=b',
      'done=<b>',
    ]) {
      expect([query, (await visitor.open(`/reviews?${query}`)).status]).toEqual([query, 200]);
      expect([query, (await visitor.open(`/orders?${query}`)).status]).toEqual([query, 200]);
    }
    for (const path of [
      '/reviews/none/claim',
      '/reviews/none/approve',
      '/tasks/none/close',
      '/jobs/none/retry',
      '/deliveries/none/settle',
      `/deliveries/${UUID}/settle`,
    ]) {
      const { status } = await visitor.send(path, { decision: 'was_sent', resolution: 'x' });
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });
});
