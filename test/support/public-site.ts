import { Global, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '@app/config';
import { createHttpApp } from '@app/http';
import { CLOCK } from '@app/kernel';
import { FakeClock, testEnvironment } from '@app/testing';
import { DiscoveryModule } from '../../apps/site/src/discovery/discovery.module.js';
import { PagesModule } from '../../apps/site/src/pages/pages.module.js';

/** The public pages of the site without a database, on Monday 23 November 2026 at 19:44. Close it after use. */
export async function publicSite(
  overrides: Parameters<typeof testEnvironment>[0] = {},
): Promise<NestFastifyApplication> {
  const environment = testEnvironment({ SITE_URL: 'http://localhost:3000', ...overrides });
  const app = await createHttpApp(moduleWith(environment), environment, { name: 'site' });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

function moduleWith(environment: Environment): Type<unknown> {
  @Global()
  @Module({
    providers: [
      { provide: Environment, useValue: environment },
      { provide: CLOCK, useValue: new FakeClock(new Date('2026-11-23T19:44:00Z')) },
    ],
    exports: [Environment, CLOCK],
  })
  class SettingsModule {}

  @Module({ imports: [SettingsModule, PagesModule, DiscoveryModule] })
  class PublicSiteModule {}
  return PublicSiteModule;
}
