import { Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { databaseOptions } from '@app/database';
import { network } from '@app/kernel';
import { createTestDatabase, type TestDatabase, testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';
import { RateLimit } from './rate-limit.js';
import { RateLimits } from './rate-limits.js';

@Controller()
class TryOutController {
  @Get('limited')
  @RateLimit({ limit: 3, seconds: 60 })
  limited(): string {
    return 'ok';
  }

  @Post('webhooks/sign-in')
  @RateLimit({ limit: 3, seconds: 60, account: 'email' })
  signIn(): string {
    return 'ok';
  }
}

async function appOn(url: string): Promise<NestFastifyApplication> {
  @Module({
    imports: [TypeOrmModule.forRoot(databaseOptions(url, 3))],
    controllers: [TryOutController],
  })
  class TryOutModule {}
  const app = await createHttpApp(TryOutModule, testEnvironment({ TRUSTED_PROXIES: '1' }), { name: 'site' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

describe('the rate limit', () => {
  let database: TestDatabase;
  let apps: readonly NestFastifyApplication[];
  beforeAll(async () => {
    database = await createTestDatabase();
    apps = [await appOn(database.url), await appOn(database.url)];
  });
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.close()));
    await database.drop();
  });

  const from = async (address: string, app = apps[0]): Promise<number | undefined> =>
    (await app?.inject({ url: '/limited', headers: { 'x-forwarded-for': address } }))?.statusCode;

  it('is one for all processes on a database', async () => {
    const statuses = [];
    for (const app of [apps[0], apps[1], apps[0], apps[1], apps[0]])
      statuses.push(await from('203.0.113.7', app));
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(await from('203.0.113.8', apps[1])).toBe(200);
  });

  it('takes the address from the proxy in front, whatever a visitor claims before it', async () => {
    const statuses = [];
    for (const claimed of ['10.0.0.1', '198.51.100.77', '::1', 'unknown'])
      statuses.push(await from(`${claimed}, 203.0.113.10`));
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it('holds when requests come all at once', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => from('203.0.113.9', apps[index % 2])),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
  });

  it('counts an IPv6 network as one visitor', async () => {
    const statuses = [];
    for (const host of ['1', '2', 'ffff', 'a:b:c:d']) statuses.push(await from(`2001:db8:0:7::${host}`));
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await from('2001:db8:0:8::1')).toBe(200);
  });

  it('counts tries at one account from many addresses together', async () => {
    const statuses = [];
    for (const [index, email] of [
      'ada@example.org',
      ' ADA@example.org',
      'ada@example.org',
      'ada@example.org',
      'b@c.d',
    ].entries()) {
      const answer = await apps[index % 2]?.inject({
        method: 'POST',
        url: '/webhooks/sign-in',
        headers: { 'x-forwarded-for': `198.51.100.${index}` },
        payload: { email },
      });
      statuses.push(answer?.statusCode);
    }
    expect(statuses).toEqual([201, 201, 201, 429, 201]);
  });

  it('keeps no address', async () => {
    const rows = await database.source.query<{ key: string }[]>('select key from rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key } of rows) expect(key).toMatch(/^TryOutController\.\w+(\/account)?:[\w-]{43}$/);
  });
});

describe('without its database', () => {
  const sockets: Socket[] = [];
  let silent: Server;
  let url: string;
  beforeAll(async () => {
    // Takes connections and never says a word: the worst way to be away.
    silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    url = `postgres://nobody@127.0.0.1:${(silent.address() as AddressInfo).port}/none`;
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => silent.close(closed));
  });

  it('a limit still holds in each process, and keeps nobody waiting', async () => {
    const pool = new pg.Pool({ connectionString: url });
    pool.on('error', () => undefined);
    const source = { driver: { master: pool } } as unknown as DataSource;
    const limits = new RateLimits('secret', source);
    const begun = performance.now();
    const rule = { limit: 2, seconds: 60 };
    const waits = await Promise.all([1, 2, 3].map(() => limits.count('TryOut.it', rule, '203.0.113.7')));
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(2);
    expect(waits.find((wait) => wait !== undefined)).toBeGreaterThan(50);
  });
});

describe('a visitor', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
    ['2001:db8:a:b:c::', '2001:db8:a:b::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is counted as %s', (ip, counted) => {
    expect(network(ip)).toBe(counted);
  });
});
