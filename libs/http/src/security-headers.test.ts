import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PRODUCTION, testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';
import { formToken } from './csrf.js';
import { currentRequest } from './request-context.js';

@Controller()
class PagesController {
  @Get('page')
  page(): string {
    const { reply } = currentRequest() ?? {};
    return reply ? formToken(reply) : '';
  }

  @Get('broken')
  broken(): never {
    throw new Error('secret inside');
  }
}

@Module({ controllers: [PagesController] })
class PagesModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createHttpApp(PagesModule, testEnvironment({ ...PRODUCTION, LOG_LEVEL: 'silent' }), {
    name: 'site',
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

describe('in production', () => {
  it.each(['/page', '/broken', '/nowhere', '/%E0%A4%A', '/assets/site.0000000000.css', '/health/live'])(
    '%s carries every header that keeps a browser safe',
    async (url) => {
      const { headers } = await app.inject({ url });
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'referrer-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(
          /default-src 'none';.*base-uri 'none'|base-uri 'none'.*default-src 'none'/,
        ),
      });
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      // What the bare answers leave out falls back to their default, which is none.
      expect(headers['content-security-policy']).not.toMatch(/(object|frame)-src (?!'none')/);
      expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined();
    },
  );

  it('a cookie is this host’s alone, travels encrypted, and no script reads it', async () => {
    const cookie = String((await app.inject({ url: '/page' })).headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-csrf=/);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('the name that a request gives the host changes nothing', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', accept: 'text/html' };
    const answer = await app.inject({ url: '/nowhere', headers });
    expect(answer.statusCode).toBe(404);
    expect(JSON.stringify(answer.headers) + answer.body).not.toContain('evil.example');
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH'] as const)('%s is answered by nothing', async (method) => {
    const { statusCode, body } = await app.inject({
      method: method as 'PUT',
      url: '/page',
      headers: { 'x-marker': 'echoed' },
    });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toContain('echoed');
  });
});
