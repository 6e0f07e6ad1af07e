import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Controller, Get, Module, Param } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { databaseOptions } from '@app/database';
import { createTestDatabase, type TestDatabase, testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';

/** What PostgreSQL says when it cannot go on for the moment. */
const OUTAGES = [
  ['a deadlock', '40P01'],
  ['two transactions at once', '40001'],
  ['a lock that is held for too long', '55P03'],
  ['a statement that takes too long', '57014'],
  ['a full disk', '53100'],
  ['no memory', '53200'],
  ['too many connections', '53300'],
  ['a shutdown', '57P01'],
  ['a standby that takes no changes yet', '25006'],
] as const;

@Controller()
class TryOutController {
  constructor(private readonly source: DataSource) {}

  @Get('raise/:code')
  async raise(@Param('code') code: string): Promise<void> {
    await this.source.transaction((manager) =>
      manager.query(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`),
    );
  }

  /** The connection is cut from the other side, in the middle of a transaction. */
  @Get('cut')
  async cut(): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query('select 1');
      await manager.query('select pg_terminate_backend(pg_backend_pid())');
    });
  }

  @Get('wait')
  async wait(): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query(`set local lock_timeout = '50ms'`);
      await manager.query('lock table rate_limits in access exclusive mode');
    });
  }

  @Get('fine')
  async fine(): Promise<unknown> {
    return await this.source.query('select 1 as fine');
  }
}

describe('while the database cannot go on,', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await createTestDatabase();
    @Module({
      imports: [TypeOrmModule.forRoot(databaseOptions(database.url, 2))],
      controllers: [TryOutController],
    })
    class TryOutModule {}
    app = await createHttpApp(TryOutModule, testEnvironment(), { name: 'site' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

  const answerTo = async (url: string): Promise<{ status: number; retryAfter: unknown }> => {
    const { statusCode, headers } = await app.inject(url);
    return { status: statusCode, retryAfter: headers['retry-after'] };
  };
  const LATER = { status: 503, retryAfter: '5' };

  it.each(OUTAGES)('%s is answered with 503 and when to come back', async (_what, code) => {
    expect(await answerTo(`/raise/${code}`)).toEqual(LATER);
  });

  it('a connection that is cut inside a transaction is too, and the next request is served', async () => {
    expect(await answerTo('/cut')).toEqual(LATER);
    expect((await answerTo('/fine')).status).toBe(200);
  });

  it('a lock that somebody holds is too, and a fault of ours stays one', async () => {
    const holder = database.source.createQueryRunner();
    try {
      await holder.startTransaction();
      await holder.query('lock table rate_limits in share mode');
      expect(await answerTo('/wait')).toEqual(LATER);
    } finally {
      await holder.rollbackTransaction();
      await holder.release();
    }
    expect((await answerTo('/raise/22012')).status).toBe(500);
  });
});

describe('a database that says nothing at all', () => {
  it('is answered for with 503 within the time that is given it, and served again once it speaks', async () => {
    const database = await createTestDatabase();
    const real = new URL(database.url);
    const wires: Socket[] = [];
    const wall = createServer((near) => {
      const far = connect(Number(real.port), real.hostname);
      wires.push(near, far);
      for (const wire of [near, far]) wire.on('error', () => undefined);
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((listening) => wall.listen(0, '127.0.0.1', listening));
    const through = new URL(real);
    through.port = String((wall.address() as AddressInfo).port);
    @Module({
      imports: [TypeOrmModule.forRoot({ name: 'silent', ...databaseOptions(through.href, 2, 400) })],
      providers: [{ provide: DataSource, useExisting: getDataSourceToken('silent') }],
      controllers: [TryOutController],
    })
    class SilentModule {}
    const app = await createHttpApp(SilentModule, testEnvironment(), { name: 'site' });
    try {
      await app.init();
      await app.getHttpAdapter().getInstance().ready();
      expect((await app.inject('/fine')).statusCode).toBe(200);
      wires.forEach((wire) => wire.unpipe());
      const start = performance.now();
      const { statusCode, headers } = await app.inject('/wait');
      expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
      expect(performance.now() - start).toBeLessThan(5_000);
      wires.forEach((wire, index) => wire.pipe(wires[index % 2 === 0 ? index + 1 : index - 1] ?? wire));
      await expect.poll(async () => (await app.inject('/fine')).statusCode, { timeout: 20_000 }).toBe(200);
    } finally {
      await app.close();
      wires.forEach((wire) => wire.destroy());
      await new Promise((closed) => wall.close(closed));
      await database.drop();
    }
  });
});
