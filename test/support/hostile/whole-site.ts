import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AssessmentService } from '@app/assessment';
import { Environment } from '@app/config';
import { DatabaseModule } from '@app/database';
import { createHttpApp } from '@app/http';
import { CLOCK, newSecret } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { createTestDatabase, FakeClock, testEnvironment } from '@app/testing';
import { AdvicePagesModule } from '../../../apps/site/src/advice/advice-pages.module.js';
import { AssessmentPagesModule } from '../../../apps/site/src/assessment/assessment-pages.module.js';
import { DiscoveryModule } from '../../../apps/site/src/discovery/discovery.module.js';
import { DownloadPagesModule } from '../../../apps/site/src/download/download-pages.module.js';
import { MessagesModule } from '../../../apps/site/src/messages/messages.module.js';
import { OnTimeModule } from '../../../apps/site/src/on-time/on-time.module.js';
import { OrderPagesModule } from '../../../apps/site/src/order/order-pages.module.js';
import { PagesModule } from '../../../apps/site/src/pages/pages.module.js';
import { paymentOrigins } from '../../../apps/site/src/payment-origins.js';
import { RecoveryPagesModule } from '../../../apps/site/src/recovery/recovery-pages.module.js';
import { VerifyPagesModule } from '../../../apps/site/src/verify/verify-pages.module.js';
import { YourDataPagesModule } from '../../../apps/site/src/your-data/your-data-pages.module.js';
import { StripeAccount } from '../payments/stripe-account.js';
import type { Target } from './hostile-request.js';

/** How many people have something here to be got at. */
const PEOPLE = 12;

/** A server to send requests to, with something behind them. */
export interface RunningApp {
  readonly app: NestFastifyApplication;
  readonly target: Target;
  /** Origins that a redirect may lead to. */
  readonly leadsTo: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Every page of the site on a database of its own and the local Stripe, with people who have finished an assessment and placed an order. */
export async function wholeSite(): Promise<RunningApp> {
  const database = await createTestDatabase();
  const stripe = await StripeAccount.open();
  const clock = new FakeClock(new Date());
  const environment = testEnvironment({
    DATABASE_URL: database.url,
    STRIPE_API_URL: stripe.url,
    LOG_LEVEL: 'error',
  });
  const provided = [
    { provide: Environment, useValue: environment },
    { provide: CLOCK, useValue: clock },
  ];
  @Global()
  @Module({ providers: provided, exports: provided })
  class Settings {}
  @Module({
    imports: [
      ...[Settings, DatabaseModule.forRoot(), AdvicePagesModule, AssessmentPagesModule, DiscoveryModule],
      ...[DownloadPagesModule, MessagesModule, OnTimeModule, OrderPagesModule, PagesModule],
      ...[RecoveryPagesModule, VerifyPagesModule, YourDataPagesModule],
    ],
  })
  class WholeSite {}
  const leadsTo = paymentOrigins(environment);
  const app = await createHttpApp(WholeSite, environment, { name: 'site', formTargets: leadsTo });
  const routes: { method: string; url: string }[] = [];
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (['GET', 'POST'].includes(one)) routes.push({ method: one, url });
    });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const people = await Promise.all(Array.from({ length: PEOPLE }, (_, index) => orderer(app, clock, index)));
  return {
    app,
    leadsTo: [...leadsTo, environment.SITE_URL, `http://localhost:${new URL(stripe.url).port}`],
    target: {
      routes,
      known: {
        token: people.map(({ token }) => token),
        code: people.map(({ code }) => code),
        slug: ['nurse', 'machine-learning-engineer', 'data-scientist'],
        page: [
          'job',
          'family',
          'tasks',
          'week',
          'about-you-work',
          'moving',
          'skills',
          'interests',
          'demands',
        ],
        order: people.map(({ reference }) => reference),
        number: people.map(({ reference }) => reference),
        email: ['ada@example.org'],
      },
      cookies: people.map(({ code, token }) => `assessment=${code}; order=${token}`),
    },
    stop: async () => {
      await app.close();
      await stripe.close();
      await database.drop();
    },
  };
}

/** Somebody with a finished assessment; most of them with an order that waits for its payment. */
async function orderer(
  app: NestFastifyApplication,
  clock: FakeClock,
  index: number,
): Promise<{ code: string; token: string; reference: string }> {
  const assessments = app.get(AssessmentService, { strict: false });
  const { code } = await assessments.start({ occupationSlug: 'nurse', jobTitle: 'Nurse' });
  const { id, completedAt } = await assessments.complete(code);
  if (index % 4 === 3) return { code, token: newSecret(), reference: 'PW-0000-0000' };
  const { order, accessToken } = await app.get(OrdersService, { strict: false }).place({
    formToken: newSecret(),
    assessmentId: id,
    occupationTitle: 'Nurse',
    answersCompleteAt: completedAt,
    customerName: 'Ada Lovelace',
    customerEmail: 'ada@example.org',
    startChoice: 'start_now',
    consents: ['start_in_cancellation_period', 'right_ends_on_delivery'],
    ipAddress: '192.0.2.1',
  });
  clock.advance(1);
  return { code, token: accessToken, reference: order.reference };
}
