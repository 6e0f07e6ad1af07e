import { Controller, Get, Logger, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { __resetOutOfContextForTests as forgetLogs } from 'nestjs-pino/PinoLogger.js';
import { testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';
import { createLog } from './log.js';

/** What a log would have written. */
function written(say: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  say(createLog('site', 'info', { write: (line) => lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('says what broke and where', () => {
    const text = written((log) =>
      log.error({ err: new Error('template x.liquid is missing') }, 'request failed'),
    );
    expect(text).toContain('template x.liquid is missing');
    expect(text).toContain('log.test.ts');
  });

  it('repeats nothing that a person typed into the database', () => {
    const driverError = Object.assign(new Error('duplicate key'), {
      detail: 'Key (email)=(ada@example.com) already exists.',
    });
    const error = Object.assign(new Error('invalid input: "ada@example.com"'), {
      driverError,
      code: '23505',
      constraint: 'orders_email_key',
      parameters: ['ada@example.com'],
      query: 'insert …',
    });
    const text = written((log) =>
      log.error({ err: error, user: { email: 'ada@example.com' } }, 'request failed'),
    );
    expect(text).not.toContain('ada@example.com');
    expect(text).toContain('orders_email_key');
    expect(text).toContain('23505');
  });
});

@Controller()
class TryOutController {
  private readonly log = new Logger('TryOut');

  @Get('order/:token')
  order(): string {
    this.log.log('an order was looked at');
    return 'ok';
  }

  @Post('webhooks/try')
  webhook(): never {
    throw new Error('the webhook broke');
  }
}

@Module({ controllers: [TryOutController] })
class TryOutModule {}

describe('what an app logs', () => {
  const lines: string[] = [];
  let app: NestFastifyApplication;
  beforeAll(async () => {
    // nestjs-pino keeps the log of a process's first app, which may be that of another test here.
    forgetLogs();
    app = await createHttpApp(TryOutModule, testEnvironment({ LOG_LEVEL: 'debug' }), {
      name: 'site',
      logTo: { write: (line) => void lines.push(line) },
    });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());
  const logged = (): Record<string, unknown>[] =>
    lines.splice(0).map((line) => JSON.parse(line) as Record<string, unknown>);

  it('is one line for each answer, with its route as a pattern and its request id', async () => {
    logged();
    const answer = await app.inject({
      url: '/order/a-secret?code=hidden',
      headers: { cookie: 'order=hidden' },
    });
    const text = lines.join('');
    for (const secret of ['a-secret', 'hidden', '127.0.0.1']) expect(text).not.toContain(secret);
    expect(logged().filter(({ msg }) => msg === 'answered')).toMatchObject([
      {
        app: 'site',
        method: 'GET',
        route: '/order/:token',
        status: 200,
        reqId: answer.headers['x-request-id'],
      },
    ]);
  });

  it('ties what our services say to the request', async () => {
    logged();
    const answer = await app.inject('/order/a-secret');
    expect(logged().find(({ msg }) => msg === 'an order was looked at')).toMatchObject({
      level: 30,
      context: 'TryOut',
      reqId: answer.headers['x-request-id'],
    });
  });

  it('says what broke, and nothing of what was sent', async () => {
    logged();
    await app.inject({
      method: 'POST',
      url: '/webhooks/try',
      headers: { 'stripe-signature': 't=1,v1=hidden', authorization: 'Bearer hidden' },
      payload: { email: 'hidden@example.org' },
    });
    expect(lines.join('')).toContain('the webhook broke');
    expect(lines.join('')).not.toContain('hidden');
  });

  it('leaves Nest’s chatter at start to those who ask for it', async () => {
    forgetLogs();
    const chatter: string[] = [];
    const other = await createHttpApp(TryOutModule, testEnvironment({ LOG_LEVEL: 'info' }), {
      name: 'site',
      logTo: { write: (line) => void chatter.push(line) },
    });
    await other.init();
    await other.close();
    expect(chatter).toEqual([]);
  });
});
