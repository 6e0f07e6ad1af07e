import { Controller, Get, Module, Param } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@app/http';
import { DomainError } from '@app/kernel';
import { testEnvironment } from '@app/testing';

const TROUBLE: Readonly<Record<string, () => Error>> = {
  gone: () => new DomainError('link_expired', 'This link worked until Tuesday 24 November 2026.'),
  database: () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  fault: () => new Error('a secret of the code'),
  nothing: () => new DomainError('not_found', 'Nothing.'),
  often: () => new DomainError('rate_limited', 'Please try again in a minute.', { retryAfterSeconds: 60 }),
};

@Controller('trouble')
class TroubleController {
  @Get(':kind')
  trouble(@Param('kind') kind: string): void {
    throw TROUBLE[kind.toLowerCase()]?.() ?? new Error(kind);
  }
}

@Module({ controllers: [TroubleController] })
class TroubleModule {}

describe('pages of trouble', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createHttpApp(TroubleModule, testEnvironment(), { name: 'site' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  it.each([
    ['/nowhere', 404, 'There is no page here', 'Look for an occupation'],
    ['/trouble/gone', 410, 'What was here is gone', 'This link worked until Tuesday 24 November 2026.'],
    ['/trouble/often', 429, 'Please wait a little', 'Please try again in a minute.'],
    ['/trouble/fault', 500, 'Something went wrong on our side', 'nobody is charged twice'],
    ['/trouble/database', 503, 'We will be back in a moment', 'either saved whole or not at all'],
  ])('%s is %d in the house style', async (url, status, heading, words) => {
    const { statusCode, headers, body } = await app.inject({ url, headers: { accept: 'text/html' } });
    expect(statusCode).toBe(status);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain(`<h1>${heading}</h1>`);
    expect(body).toContain(words);
    expect(body).toContain('<header class="site-head">');
    expect(body).toContain(String(headers['x-request-id']));
    expect(body).toContain('noindex');
    expect(body).not.toMatch(/a secret of the code|ECONNREFUSED|\{\{|undefined/);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['/trouble/Nothing/?a=B', '/trouble/nothing?a=B'],
    ['/nowhere/', '/nowhere'],
    ['/NOWHERE', '/nowhere'],
  ])('%s leads to the plain address', async (url, plain) => {
    const { statusCode, headers } = await app.inject({ url, headers: { accept: 'text/html' } });
    expect([statusCode, headers['location']]).toEqual([301, plain]);
  });

  it.each(['//else.where/', '/\\else.where/', '/%2F/else.where/', '/nowhere'])(
    '%s leads nowhere',
    async (url) => {
      const { statusCode, headers } = await app.inject({ url, headers: { accept: 'text/html' } });
      expect([statusCode, headers['location']]).toEqual([404, undefined]);
    },
  );
});
