import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AssessmentService } from '@app/assessment';
import { Environment } from '@app/config';
import { databaseOptions, freePort } from '@app/database';
import { createHttpApp } from '@app/http';
import { handle } from '@app/jobs';
import { CLOCK } from '@app/kernel';
import { type Order, OrderJobs, OrdersService, sendConfirmation } from '@app/orders';
import { type StaffTask, StaffTasks } from '@app/tasks';
import { PaymentJobs } from '@app/payments';
import { createTestDatabase, FakeClock, runJobs, type TestDatabase, testEnvironment } from '@app/testing';
import { until } from '../../../apps/cli/src/journey/until.js';
import { Person } from '../../../apps/cli/src/journey/person.js';
import { OrderPagesModule } from '../../../apps/site/src/order/order-pages.module.js';
import { paymentOrigins } from '../../../apps/site/src/payment-origins.js';
import { startStripeSandbox, type StripeSandbox } from '../../../apps/stripe-sandbox/src/sandbox.js';

/** What the order page reads of a result. */
const RESULT = {
  occupationTitle: 'Machine learning engineer',
  level: 'ticks',
  levelWords: 'From the tasks you ticked.',
};

const SECRET_KEY = 'sk_test_sandbox';
const WEBHOOK_SECRET = 'whsec_test';

/** The order pages on a real port and database, with the local Stripe behind them and a worker that runs when it is told to. */
export class Shop {
  readonly clock = new FakeClock(new Date());
  app: NestFastifyApplication;
  database: TestDatabase;
  sandbox: StripeSandbox;
  url: string;

  static async open(): Promise<Shop> {
    const shop = new Shop();
    shop.database = await createTestDatabase();
    const port = await freePort();
    shop.url = `http://localhost:${port}`;
    shop.sandbox = await startStripeSandbox({
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: `http://127.0.0.1:${port}/webhooks/stripe`,
      retryDelaysMs: [20, 20, 20, 20],
      asyncPaymentMs: 600_000,
    });
    const environment = testEnvironment({
      DATABASE_URL: shop.database.url,
      SITE_URL: shop.url,
      SITE_PORT: String(port),
      STRIPE_API_URL: shop.sandbox.url,
      STRIPE_SANDBOX_PORT: String(shop.sandbox.port),
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    });
    @Global()
    @Module({
      providers: [
        { provide: Environment, useValue: environment },
        { provide: CLOCK, useValue: shop.clock },
      ],
      exports: [Environment, CLOCK],
    })
    class Settings {}
    const database = TypeOrmModule.forRoot({
      ...databaseOptions(shop.database.url, 8),
      autoLoadEntities: true,
    });
    @Module({ imports: [Settings, database, OrderPagesModule] })
    class ShopModule {}
    shop.app = await createHttpApp(ShopModule, environment, {
      name: 'site',
      formTargets: paymentOrigins(environment),
    });
    await shop.app.listen(port, '127.0.0.1');
    return shop;
  }

  async close(): Promise<void> {
    await this.sandbox.close();
    await this.app.close();
    await this.database.drop();
  }

  /** Somebody whose assessment is complete. */
  async customer(): Promise<Customer> {
    // The stand-in for Stripe lives by the real time: on a slow machine the clock here must not fall behind.
    if (this.clock.now() < new Date()) this.clock.set(new Date());
    const { code, assessment } = await this.app.get(AssessmentService).start();
    await this.database.source.query('update assessments set completed_at = $2, result = $3 where id = $1', [
      assessment.id,
      this.clock.now(),
      RESULT,
    ]);
    return new Customer(this, assessment.id, code);
  }

  /** Runs every job that is due; the confirmation email is taken as accepted at once. */
  async work(): Promise<string[]> {
    const { source } = this.database;
    const orders = this.app.get(OrdersService);
    const confirm = handle(sendConfirmation, ({ orderId }) =>
      this.app
        .get(DataSource)
        .transaction((manager) => orders.confirmationAccepted(manager, orderId, this.clock.now())),
    );
    return await runJobs(
      source,
      [...this.app.get(PaymentJobs).boundJobs(), ...this.app.get(OrderJobs).boundJobs(), confirm],
      this.clock,
    );
  }

  /** Works until something is so: a webhook of the local Stripe arrives in its own time. */
  async workUntil(what: string, isSo: () => Promise<boolean>): Promise<void> {
    await until(
      what,
      async () => {
        await this.work();
        return (await isSo()) ? true : undefined;
      },
      30,
    );
  }

  /** Calls the sandbox's control API. */
  async control(path: string, body: object = {}): Promise<unknown> {
    const response = await fetch(`${this.sandbox.url}/_sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return await response.json();
  }

  /** The session of the order's latest pay page. */
  async sessionOf(orderId: string): Promise<string> {
    const [row] = await this.query(
      'select session_id from checkout_sessions where order_id = $1 order by attempt desc limit 1',
      [orderId],
    );
    return String(row?.['session_id']);
  }

  /** What Stripe itself has, by its API. */
  async stripeList(path: string): Promise<Record<string, unknown>[]> {
    const response = await fetch(`${this.sandbox.url}/v1/${path}`, {
      headers: { authorization: `Bearer ${SECRET_KEY}` },
    });
    return ((await response.json()) as { data: Record<string, unknown>[] }).data;
  }

  async tasks(orderId: string): Promise<StaffTask[]> {
    return (await this.app.get(StaffTasks).open()).filter((task) => task.orderId === orderId);
  }

  query(sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> {
    return this.database.source.query(sql, parameters);
  }
}

const FORM = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  start: 'start_now',
  consent_start: 'yes',
  consent_end: 'yes',
};
const CARD = {
  method: 'card',
  card_number: '4242 4242 4242 4242',
  expiry: '12 / 30',
  cvc: '123',
  name: 'Ada Lovelace',
};

/** A browser without JavaScript whose assessment is complete. */
export class Customer extends Person {
  constructor(
    private readonly shop: Shop,
    readonly assessmentId: string,
    /** What the assessment cookie holds. */
    readonly code: string,
  ) {
    super();
    this['cookies'].set(new URL(shop.url).host, new Map([['assessment', code]]));
  }

  /** Sends the order form; ends on the pay page unless `expected` says otherwise. */
  async sendOrder(changes: Readonly<Record<string, string>> = {}, expected = 200): Promise<void> {
    await this.open(`${this.shop.url}/order/new`);
    await this.submit({ ...FORM, ...changes }, { action: '/order/new', expected });
  }

  async pay(changes: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.submit({ ...CARD, ...changes }, { button: 'Pay' });
  }

  async order(): Promise<Order> {
    const [row] = await this.shop.query(
      'select id from orders where assessment_id = $1 order by created_at desc limit 1',
      [this.assessmentId],
    );
    const order = await this.shop.app.get(OrdersService).byId(String(row?.['id']));
    if (!order) throw new Error('nothing was ordered');
    return order;
  }
}
