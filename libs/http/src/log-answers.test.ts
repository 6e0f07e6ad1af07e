import { type AddressInfo, connect } from 'node:net';
import { Controller, Get, Logger, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { __resetOutOfContextForTests as forgetLogs } from 'nestjs-pino/PinoLogger.js';
import { testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';

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

  it('takes no client that goes away in the middle of its request for a database that is away', async () => {
    logged();
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST /webhooks/try HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    await new Promise((known) => app.getHttpServer().once('request', known));
    socket.resetAndDestroy();
    await vi.waitFor(() => expect(lines.join('')).toMatch(/request (refused|failed)/));
    expect(logged().filter(({ code }) => code !== undefined)).toMatchObject([
      { code: 'client_gone', level: 30 },
    ]);
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
