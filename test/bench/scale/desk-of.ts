import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Environment } from '@app/config';
import { databaseOptions } from '@app/database';
import { createHttpApp } from '@app/http';
import { CLOCK } from '@app/kernel';
import { FakeClock, testEnvironment } from '@app/testing';
import { startDesk, type TestDesk } from '../../../apps/desk/src/test-desk.builder.js';
import type { Visitor } from '../../../apps/desk/src/visitor.builder.js';
import { OnTimeModule } from '../../../apps/site/src/on-time/on-time.module.js';
import { OrderPagesModule } from '../../../apps/site/src/order/order-pages.module.js';
import { DiscoveryModule } from '../../../apps/site/src/discovery/discovery.module.js';
import { YourDataPagesModule } from '../../../apps/site/src/your-data/your-data-pages.module.js';
import { AuditKeys } from '../../../libs/audit/src/audit-keys.js';
import { AuditChain } from '../../../libs/audit/src/audit-chain.js';
import { NOW, STAFF } from './desk-tables.js';
import { scaleDatabase } from './filled-database.js';
import { fill } from './fill.js';

/** The whole desk and the order pages of the site on a database of so many orders. */
export interface Filled {
  readonly orders: number;
  readonly desk: TestDesk;
  readonly site: NestFastifyApplication;
  readonly visitor: Visitor;
  readonly staffId: string;
  /** Where the audit log stood an hour ago, as a signed line. */
  readonly anchor: string;
  readonly close: () => Promise<void>;
}

/**
 * @param until `performance.now()`. @param audited with the audit log of all that was decided.
 * @returns null when it was not filled in time; what was filled stays.
 */
export async function filledWith(orders: number, until: number, audited: boolean): Promise<Filled | null> {
  const database = await scaleDatabase(orders);
  if (!(await fill(database.ownerUrl, orders, audited ? new AuditKeys(testEnvironment()) : null, until))) {
    await database.drop();
    return null;
  }
  const clock = new FakeClock();
  clock.set(NOW);
  const desk = await startDesk({ database, clock }, { LOG_LEVEL: 'silent' });
  const visitor = await desk.signedIn('manager', 'approver', 'admin', 'auditor');
  const anchor = await desk.app.get(AuditChain).anchor();
  const environment = testEnvironment({ DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
  const provided = [
    { provide: Environment, useValue: environment },
    { provide: CLOCK, useValue: clock },
  ];
  @Global()
  @Module({ providers: provided, exports: provided })
  class Settings {}
  const orm = TypeOrmModule.forRoot({ ...databaseOptions(database.url, 4), autoLoadEntities: true });
  @Module({ imports: [Settings, orm, OrderPagesModule, OnTimeModule, DiscoveryModule, YourDataPagesModule] })
  class Site {}
  const site = await createHttpApp(Site, environment, { name: 'site' });
  await site.init();
  await site.getHttpAdapter().getInstance().ready();
  const close = async (): Promise<void> => {
    await site.close();
    await desk.stop();
    await database.drop();
  };
  return { orders, desk, site, visitor, staffId: STAFF[0], anchor, close };
}
