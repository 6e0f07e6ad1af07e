import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';
import { TryOutModule } from './try-out.builder.js';

const PAGE = { accept: 'text/html' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000' };

describe('createHttpApp', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createHttpApp(TryOutModule, testEnvironment(), {
      name: 'site',
      formTargets: ['https://pay.example'],
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  /** The token of a page's forms, with the cookie it goes with. */
  const token = async (cookie = ''): Promise<{ field: string; cookie: string }> => {
    const page = await app.inject({
      url: '/forms',
      ...(cookie && { headers: { cookie: `csrf=${cookie}` } }),
    });
    const [first, second] = page.json<string[]>();
    expect(second).toBe(first);
    return { field: first ?? '', cookie: page.cookies[0]?.value ?? cookie };
  };
  const post = (field: string | undefined, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/save',
      headers: { ...FORM, ...headers },
      payload: field === undefined ? 'a=1' : `a=1&_csrf=${field}`,
    });

  describe('forms', () => {
    it('are accepted from a page of ours, in every tab', async () => {
      const first = await token();
      const second = await token(first.cookie);
      expect(second.field).not.toBe(first.field);
      for (const { field } of [first, second]) {
        const answer = await post(field, { cookie: `csrf=${first.cookie}` });
        expect([answer.statusCode, answer.headers['location']]).toEqual([303, '/done']);
      }
    });

    it('are refused without a token, with another reader’s, and from another site', async () => {
      const mine = await token();
      const theirs = await token();
      const cookie = { cookie: `csrf=${mine.cookie}` };
      expect((await post(undefined, cookie)).statusCode).toBe(403);
      expect((await post(theirs.field, cookie)).statusCode).toBe(403);
      expect((await post(mine.field, { ...cookie, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
      expect((await post(mine.field, { ...cookie, origin: 'https://evil.example' })).statusCode).toBe(403);
    });

    it('are refused without their cookie by a page that says so', async () => {
      const answer = await post((await token()).field, PAGE);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
      expect(answer.body).toContain('allow cookies for this site');
      expect((await post(undefined, { cookie: 'csrf=another' })).json()).toMatchObject({
        code: 'csrf_invalid',
      });
    });

    it('carry a cookie that no script reads and no other site sends', async () => {
      const page = await app.inject({ url: '/forms' });
      expect(page.cookies).toMatchObject([{ name: 'csrf', path: '/', httpOnly: true, sameSite: 'Lax' }]);
    });

    it('survive a lost cookie when the browser vouches for the page', async () => {
      const { field } = await token();
      expect((await post(field, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(303);
      expect((await post(undefined, { 'sec-fetch-site': 'same-origin' })).statusCode).toBe(403);
    });

    it('come back with their status when something is wrong', async () => {
      const { field, cookie } = await token();
      const answer = await app.inject({
        method: 'POST',
        url: '/save',
        headers: { ...FORM, cookie: `csrf=${cookie}` },
        payload: `wrong=1&_csrf=${field}`,
      });
      expect(answer.statusCode).toBe(422);
      expect(answer.body).toContain('Wrong');
    });
  });

  it('keeps the bytes of a webhook as they came, and asks it for no token', async () => {
    const payload = '{"id" :  "evt_1",\n\t"x":1}';
    const answer = await app.inject({
      method: 'POST',
      url: '/webhooks/try',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect([answer.statusCode, answer.body]).toEqual([200, payload]);
  });

  describe('pages', () => {
    it('may be kept when public, and are not sent twice', async () => {
      const first = await app.inject({ url: '/public', headers: PAGE });
      expect(first.headers['cache-control']).toBe('public, max-age=300');
      expect(first.headers['set-cookie']).toBeUndefined();
      const again = await app.inject({
        url: '/public',
        headers: { ...PAGE, 'if-none-match': String(first.headers['etag']) },
      });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    });

    it('are made once for many readers, and say how old they are', async () => {
      const first = await app.inject({ url: '/counted', headers: PAGE });
      const second = await app.inject({ url: '/counted', headers: PAGE });
      expect(second.body).toBe(first.body);
      expect(second.headers['age']).toBe('0');
      expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
      const third = await app.inject({
        url: '/counted',
        headers: { 'if-none-match': String(first.headers['etag']) },
      });
      expect([third.statusCode, third.body]).toEqual([304, '']);
      expect((await app.inject({ url: '/counted?other', headers: PAGE })).body).toContain('Made 2');
    });

    it('are never kept when personal', async () => {
      expect((await app.inject({ url: '/personal', headers: PAGE })).headers['cache-control']).toBe(
        'no-store',
      );
    });

    it('escape what they print', async () => {
      const { body } = await app.inject({ url: '/public', headers: PAGE });
      expect(body).toContain('&lt;script&gt;alert(1)');
    });

    it('carry a strict policy and an id', async () => {
      const { headers } = await app.inject({ url: '/public', headers: PAGE });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("form-action 'self' https://pay.example");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    });
  });

  describe('errors', () => {
    it('are a page for people', async () => {
      const answer = await app.inject({ url: '/refused', headers: PAGE });
      expect(answer.statusCode).toBe(404);
      expect(answer.headers['content-type']).toMatch('text/html');
      expect(answer.body).toContain('There is no such order.');
      expect(answer.headers['cache-control']).toBe('no-store');
    });

    it('are a document for programs', async () => {
      const answer = await app.inject({ url: '/refused', headers: { accept: 'application/json' } });
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect(answer.json()).toMatchObject({
        status: 404,
        code: 'order_not_found',
        request_id: answer.headers['x-request-id'],
      });
    });

    it('ask to come back when the database is away', async () => {
      const answer = await app.inject({ url: '/outage', headers: PAGE });
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    });

    it('tell nothing of our insides', async () => {
      const answer = await app.inject({ url: '/broken', headers: PAGE });
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toMatch(/secret inside|\.ts|\n\s+at /);
    });

    it.each([
      ['an unknown page', { url: '/nowhere' }, 404],
      ['a broken address', { url: '/%E0%A4%A' }, 400],
      [
        'broken JSON',
        {
          method: 'POST' as const,
          url: '/webhooks/try',
          headers: { 'content-type': 'application/json' },
          payload: '{"a":',
        },
        400,
      ],
      [
        'an unknown kind of body',
        { method: 'POST' as const, url: '/save', headers: { 'content-type': 'text/xml' }, payload: '<a/>' },
        415,
      ],
      [
        'a body too large',
        {
          method: 'POST' as const,
          url: '/webhooks/try',
          headers: { 'content-type': 'application/json' },
          payload: `"${'x'.repeat(300_000)}"`,
        },
        413,
      ],
    ])('answer %s', async (_what, request, status) => {
      const answer = await app.inject(request);
      expect(answer.statusCode).toBe(status);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
    });
  });

  it('limits how often one address may ask', async () => {
    const statuses = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push(await app.inject({ url: '/limited', headers: PAGE }));
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(Number(statuses[2]?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('serves assets under the hash of their bytes, for ever, and older addresses for a minute', async () => {
    const { body } = await app.inject({ url: '/public', headers: PAGE });
    const url = /\/assets\/site\.[0-9a-f]{10}\.css/.exec(body)?.[0] ?? '';
    const now = await app.inject({ url });
    expect([now.statusCode, now.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect(now.body).toMatch(/url\(\/assets\/inter\.[0-9a-f]{10}\.woff2\)/);
    const old = await app.inject({ url: '/assets/site.0123456789.css' });
    expect([old.statusCode, old.headers['cache-control']]).toEqual([200, 'public, max-age=60']);
    expect((await app.inject({ url: '/assets/..%2f..%2fpackage.json' })).statusCode).toBe(404);
  });

  it('is alive, and shows its figures only near by', async () => {
    expect((await app.inject('/health/live')).json()).toEqual({ status: 'ok' });
    expect((await app.inject('/metrics')).statusCode).toBe(200);
    expect(
      (await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.7' } })).statusCode,
    ).toBe(404);
  });
});
