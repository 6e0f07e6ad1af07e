import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { databaseOptions } from '@app/database';
import { createTestDatabase, tamper, type TestDatabase, testEnvironment } from '@app/testing';
import { createHttpApp } from './create-http-app.js';

describe('the health of an app', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await createTestDatabase();
    @Module({ imports: [TypeOrmModule.forRoot(databaseOptions(database.url, 2))] })
    class TryOutModule {}
    app = await createHttpApp(TryOutModule, testEnvironment(), { name: 'site' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });
  const ready = async () => {
    const answer = await app.inject('/health/ready');
    return { status: answer.statusCode, body: answer.json<{ details: Record<string, object> }>() };
  };

  it('is ready with a migrated database', async () => {
    expect(await ready()).toMatchObject({ status: 200, body: { details: { database: { status: 'up' } } } });
  });

  it('is not ready while a migration is missing', async () => {
    await tamper(database.source, `update migrations set name = 'Other' where name like 'RateLimits%'`);
    expect(await ready()).toMatchObject({
      status: 503,
      body: { details: { database: { status: 'down', message: 'The database is not migrated: 1 to run.' } } },
    });
    await tamper(database.source, `alter table migrations rename to set_aside`);
    expect(await ready()).toMatchObject({ status: 503 });
    await tamper(database.source, `alter table set_aside rename to migrations`);
    await tamper(
      database.source,
      `update migrations set name = 'RateLimits1795500000008' where name = 'Other'`,
    );
    expect(await ready()).toMatchObject({ status: 200 });
  });

  it('is alive but not ready while the database is away, and says nothing of where it is', async () => {
    await app.get(DataSource).destroy();
    const { status, body } = await ready();
    expect(status).toBe(503);
    expect(body).toMatchObject({ details: { database: { message: 'The database does not answer.' } } });
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|localhost|postgres/);
    expect((await app.inject('/health/live')).statusCode).toBe(200);
    await app.get(DataSource).initialize();
    expect((await ready()).status).toBe(200);
  });
});
