import type { INestApplicationContext } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Environment } from '@app/config';
import { freePort } from '@app/database';
import { rewindSchedules } from '@app/jobs';
import { CLOCK, newSecret, systemClock } from '@app/kernel';
import { type Order, OrdersService, type StartChoice } from '@app/orders';
import { CheckoutService } from '@app/payments';
import { createTestDatabase, type FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { pino } from 'pino';
import { until } from '../../../apps/cli/src/journey/until.js';
import { schedules } from '../../../apps/worker/src/schedules.js';
import { type RunningWorker, startWorker, type WorkerParts } from '../../../apps/worker/src/start-worker.js';
import { WorkerModule } from '../../../apps/worker/src/worker.module.js';
import { startStripeSandbox, type StripeSandbox } from '../../../apps/stripe-sandbox/src/sandbox.js';
import { MoodyMailServer } from '../../../libs/delivery/src/mail-server.builder.js';

const SECRET_KEY = 'sk_test_sandbox';
const WEBHOOK_SECRET = 'whsec_test';

/** A heartbeat as the database has it. */
export interface Beat {
  readonly name: string;
  readonly last_succeeded: Date | null;
  readonly last_error: string | null;
  readonly failing: boolean;
}

/** The real worker on a database of its own, with the local Stripe, whose webhooks reach nobody, and a mail server. */
export class WorkerFixture {
  readonly mail = new MoodyMailServer();
  app: TestingModule;
  database: TestDatabase;
  sandbox: StripeSandbox;
  environment: Environment;
  worker: RunningWorker | undefined;
  clock: FakeClock | undefined;

  /** @param clock in the past, so that what is due by it is due for the database too; without it the time is the real one. */
  static async open(
    clock?: FakeClock,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<WorkerFixture> {
    const fixture = new WorkerFixture();
    fixture.clock = clock;
    fixture.database = await createTestDatabase();
    fixture.sandbox = await startStripeSandbox({
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: `http://127.0.0.1:${await freePort()}/webhooks/stripe`,
      retryDelaysMs: [],
      asyncPaymentMs: 600_000,
    });
    fixture.environment = testEnvironment({
      DATABASE_URL: fixture.database.url,
      SMTP_URL: await fixture.mail.start(),
      STRIPE_API_URL: fixture.sandbox.url,
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      WORKER_PORT: '0',
      ...settings,
    });
    await fixture.build();
    return fixture;
  }

  /** The worker of a site, on its database. Only it is to be stopped, not the fixture closed. @param settings the site's own, unless told. */
  static async beside(
    { app, database, clock }: { app: INestApplicationContext; database: TestDatabase; clock: FakeClock },
    settings: Environment = app.get(Environment),
  ): Promise<WorkerFixture> {
    const fixture = new WorkerFixture();
    const environment = Object.assign(new Environment(), settings, { WORKER_PORT: 0 });
    Object.assign(fixture, { database, clock, environment });
    await fixture.build();
    return fixture;
  }

  /** The worker's application, not yet working. */
  async build(): Promise<void> {
    this.app = await Test.createTestingModule({ imports: [WorkerModule] })
      .overrideProvider(Environment)
      .useValue(this.environment)
      .overrideProvider(CLOCK)
      .useValue(this.clock ?? systemClock)
      .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
      .compile();
    await this.app.init();
  }

  async close(): Promise<void> {
    if (this.worker) await this.worker.stop();
    else await this.app?.close();
    await this.sandbox?.close();
    await this.mail.stop();
    await this.database?.drop();
  }

  /** Starts the worker as after an outage: every schedule has missed its last tick. */
  async start(parts: WorkerParts = {}): Promise<RunningWorker> {
    await this.rewind((parts.schedules ?? schedules).map(({ job }) => job.name));
    this.worker = await startWorker(this.app, this.environment, pino({ level: 'silent' }), parts);
    return this.worker;
  }

  /** Makes the worker, when it starts next, believe that these schedules have missed their last tick. */
  async rewind(names: readonly string[]): Promise<void> {
    await rewindSchedules((sql, values) => this.database.source.query(sql, values), names);
  }

  /** One tick of one schedule by its cron, in a worker that has just started again. Waits until it has ended, well or not. */
  async tick(name: string, parts: WorkerParts = {}): Promise<void> {
    if (this.worker) {
      await this.worker.stop();
      this.worker = undefined;
      await this.build();
    }
    const [before] = await this.query<{ beats: string; failed: string }>(
      'select coalesce(max(last_succeeded), to_timestamp(0))::text as beats, coalesce(max(last_failed), to_timestamp(0))::text as failed from schedule_heartbeats where name = $1',
      [name],
    );
    await this.rewind([name]);
    this.worker = await startWorker(this.app, this.environment, pino({ level: 'silent' }), parts);
    await until(`a tick of ${name}`, async () => {
      const beats = await this.query(
        'select 1 from schedule_heartbeats where name = $1 and (last_succeeded > $2::timestamptz or (failing and last_failed > $3::timestamptz))',
        [name, before?.beats, before?.failed],
      );
      return beats.length > 0 ? true : undefined;
    });
  }

  /** Waits until no email is owed and none of these jobs is left. */
  async quiet(like = 'order.tell-%'): Promise<void> {
    await until('the emails to go out', async () => {
      const left = await this.query(
        `select 1 from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier like $1 or t.identifier in ('delivery.attempt', 'order.send-confirmation', 'payment.pay-remedy',
           'payment.pay-back-decided', 'order.settle-cancellation')`,
        [like],
      );
      return left.length === 0 ? true : undefined;
    });
  }

  /** Waits until every schedule has had its tick, well or not, and nothing of them is left to try. */
  async ticked(): Promise<Beat[]> {
    await until(
      'every schedule to tick',
      async () => {
        const without = await this.query(
          'select name from schedule_heartbeats where last_succeeded is null and not failing',
        );
        return without.length === 0 ? true : undefined;
      },
      40,
    );
    return await this.query<Beat>(
      'select name, last_succeeded, last_error, failing from schedule_heartbeats order by name',
    );
  }

  /** The worker's answer on its health port. */
  async ask(path: string): Promise<{ status: number; body: string }> {
    const answer = await fetch(`http://127.0.0.1:${this.worker?.healthPort}${path}`);
    return { status: answer.status, body: await answer.text() };
  }

  get<T>(service: new (...parameters: never[]) => T): T {
    return this.app.get<T>(service, { strict: false });
  }

  /** Somebody who stands before the pay page. */
  async placed(
    customerEmail: string,
    startChoice: StartChoice = 'start_after_cancellation_period',
  ): Promise<{ order: Order; session: string }> {
    // Stripe's pay page knows the real time alone, and an order that was placed long ago would have expired.
    const then = this.now();
    this.clock?.set(new Date());
    const { order } = await this.get(OrdersService).place({
      formToken: newSecret(),
      assessmentId: await this.assessment(),
      occupationTitle: 'Machine learning engineer',
      answersCompleteAt: then,
      customerName: 'Ada Lovelace',
      customerEmail,
      startChoice,
      consents: startChoice === 'start_now' ? ['start_in_cancellation_period', 'right_ends_on_delivery'] : [],
      ipAddress: '192.0.2.1',
    });
    const { url } = await this.get(CheckoutService).open(order.id);
    this.clock?.set(then);
    return { order, session: new URL(url).pathname.split('/').at(-1) ?? '' };
  }

  /** Somebody who paid at Stripe and never came back; we know of no payment. */
  async paidUnseen(
    customerEmail: string,
    startChoice?: StartChoice,
  ): Promise<{ order: Order; session: string }> {
    const placed = await this.placed(customerEmail, startChoice);
    const page = new URL(`/c/pay/${placed.session}`, this.sandbox.url);
    const body = new URLSearchParams({
      method: 'card',
      email: customerEmail,
      card_number: '4242 4242 4242 4242',
      expiry: '12 / 30',
      cvc: '123',
      name: 'Ada Lovelace',
    });
    const answer = await fetch(page, { method: 'POST', body, redirect: 'manual' });
    if (answer.status !== 303) throw new Error(`the pay page answered ${answer.status}`);
    return placed;
  }

  private now(): Date {
    return (this.clock ?? systemClock).now();
  }

  /** The jobs of one name that wait for an order. */
  jobs(name: string, orderId: string): Promise<Record<string, unknown>[]> {
    return this.query(
      `select j.run_at, j.attempts from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1 and j.payload ->> 'orderId' = $2`,
      [name, orderId],
    );
  }

  /** A free assessment without an address. @param ended its time is over. */
  async assessment(ended = false): Promise<string> {
    const [row] = await this.query<{ id: string }>(
      `insert into assessments (id, created_at, updated_at, expires_at)
       values (gen_random_uuid(), now(), now(), now() + case when $1 then -1 else 1 end * interval '1 day') returning id`,
      [ended],
    );
    return row?.id ?? '';
  }

  query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.source.query(sql, parameters);
  }
}
