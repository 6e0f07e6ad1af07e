import { Logger } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { __resetOutOfContextForTests as forgetLogs } from 'nestjs-pino/PinoLogger.js';
import { DomainError } from '@app/kernel';
import { testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';
import { takeBytes } from './take-bytes.js';
import { TryOutModule } from './try-out.builder.js';

const MOST = 1_000;

describe('a route that takes bytes', () => {
  const lines: string[] = [];
  let app: NestFastifyApplication;
  let server: FastifyInstance;
  beforeAll(async () => {
    forgetLogs();
    app = await createHttpApp(TryOutModule, testEnvironment({ LOG_LEVEL: 'info' }), {
      name: 'site',
      bodyLimit: MOST,
      logTo: { write: (line) => void lines.push(line) },
    });
    server = app.getHttpAdapter().getInstance();
    takeBytes(server, '/webhooks/bytes', async (bytes, headers) => {
      await new Promise((later) => setImmediate(later));
      const said = bytes.toString();
      if (said === 'away') throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
      if (headers['x-signature'] !== 'good') {
        new Logger('bytes').warn('it was not signed');
        throw new DomainError('webhook_signature_invalid', 'No.');
      }
      return { said };
    });
    await app.init();
    await server.ready();
  });
  afterAll(() => app.close());
  const post = (payload: string, headers: Record<string, string> = { 'x-signature': 'good' }) =>
    app.inject({ method: 'POST', url: '/webhooks/bytes', payload, headers });

  it.each([
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'odd/type; charset=utf-16',
  ])('gets them as they were sent, said to be %s', async (type) => {
    const sent = ' { "a" :\t1 } ';
    const answer = await post(sent, { 'x-signature': 'good', 'content-type': type });
    expect([answer.statusCode, answer.json()]).toEqual([200, { said: sent }]);
  });

  it('gets none where none were sent', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/webhooks/bytes',
      headers: { 'x-signature': 'good' },
    });
    expect(answer.json()).toEqual({ said: '' });
  });

  it('answers with the headers of every other answer', async () => {
    const [theirs, ours] = [await app.inject({ url: '/forms' }), await post('{}')];
    const names = (headers: object): string[] =>
      Object.keys(headers).filter((name) => !['set-cookie', 'vary'].includes(name));
    expect(names(ours.headers).sort()).toEqual(names(theirs.headers).sort());
    for (const name of ['content-security-policy', 'x-content-type-options', 'cache-control'])
      expect(ours.headers[name]).toBe(theirs.headers[name]);
  });

  it('refuses, answers an outage and logs as others do', async () => {
    lines.length = 0;
    const refused = await post('{', { 'content-type': 'application/json' });
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    expect(refused.json()).toMatchObject({ code: 'webhook_signature_invalid' });
    const reqId = refused.headers['x-request-id'];
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.find(({ msg }) => msg === 'it was not signed')).toMatchObject({ reqId });
    expect(told.find(({ msg }) => msg === 'answered')).toMatchObject({
      ...{ reqId, method: 'POST', route: '/webhooks/bytes', status: 400 },
    });
    const away = await post('away');
    expect([away.statusCode, Number(away.headers['retry-after']) > 0]).toEqual([503, true]);
    expect((await post('x'.repeat(MOST + 1))).statusCode).toBe(413);
  });
});
