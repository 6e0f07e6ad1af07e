import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Environment } from '@app/config';
import { databaseOptions } from '@app/database';
import { createHttpApp } from '@app/http';
import { CLOCK, systemClock } from '@app/kernel';
import { parse } from 'node-html-parser';
import { OnTimeModule } from '../../../apps/site/src/on-time/on-time.module.js';
import { OrderPagesModule } from '../../../apps/site/src/order/order-pages.module.js';
import type { WorkerFixture } from './worker-fixture.js';

/** The pages of orders and the on-time record, on the database and the clock of a worker. */
export class SiteBeside {
  private constructor(private readonly app: NestFastifyApplication) {}

  static async open({ environment, clock, database }: WorkerFixture): Promise<SiteBeside> {
    const provided = [
      { provide: Environment, useValue: environment },
      { provide: CLOCK, useValue: clock ?? systemClock },
    ];
    @Global()
    @Module({ providers: provided, exports: provided })
    class Settings {}
    const orm = TypeOrmModule.forRoot({ ...databaseOptions(database.url, 4), autoLoadEntities: true });
    @Module({ imports: [Settings, orm, OrderPagesModule, OnTimeModule] })
    class SiteModule {}
    const app = await createHttpApp(SiteModule, environment, { name: 'site' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new SiteBeside(app);
  }

  /** The words of a page, white space made one. */
  async words(path: string): Promise<string> {
    const { body, statusCode } = await this.app.inject({ url: path });
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${body.slice(0, 300)}`);
    return (parse(body).querySelector('main') ?? parse(body)).structuredText.replace(/\s+/g, ' ');
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}
