import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '@app/config';
import { DatabaseModule } from '@app/database';
import { createHttpApp } from '@app/http';
import { CLOCK, systemClock } from '@app/kernel';
import { AssessmentPagesModule } from '../../apps/site/src/assessment/assessment-pages.module.js';
import { DownloadPagesModule } from '../../apps/site/src/download/download-pages.module.js';
import { MessagesModule } from '../../apps/site/src/messages/messages.module.js';
import { OnTimeModule } from '../../apps/site/src/on-time/on-time.module.js';
import { OrderPagesModule } from '../../apps/site/src/order/order-pages.module.js';
import { paymentOrigins } from '../../apps/site/src/payment-origins.js';
import { RecoveryPagesModule } from '../../apps/site/src/recovery/recovery-pages.module.js';
import { YourDataPagesModule } from '../../apps/site/src/your-data/your-data-pages.module.js';

/** The pages that a customer goes through, on a real port. */
export async function openSite(environment: Environment): Promise<NestFastifyApplication> {
  const provided = [
    { provide: Environment, useValue: environment },
    { provide: CLOCK, useValue: systemClock },
  ];
  @Global()
  @Module({ providers: provided, exports: provided })
  class Settings {}
  @Module({
    imports: [
      ...[Settings, DatabaseModule.forRoot(), AssessmentPagesModule, DownloadPagesModule, MessagesModule],
      ...[OnTimeModule, OrderPagesModule, RecoveryPagesModule, YourDataPagesModule],
    ],
  })
  class SimulatedSite {}
  const app = await createHttpApp(SimulatedSite, environment, {
    name: 'site',
    formTargets: paymentOrigins(environment),
  });
  await app.listen(environment.SITE_PORT, '127.0.0.1');
  return app;
}
