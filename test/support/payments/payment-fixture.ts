import { randomUUID } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { databaseOptions } from '@app/database';
import { CLOCK, newSecret } from '@app/kernel';
import { type Order, OrdersModule, OrdersService, type PlaceOrder } from '@app/orders';
import { type StaffTask, StaffTasks } from '@app/tasks';
import {
  createTestDatabase,
  FakeClock,
  runJobs,
  signedEvent,
  type TestDatabase,
  testEnvironment,
} from '@app/testing';
import { CheckoutService, PaymentJobs, PaymentsModule, WebhookInbox } from '@app/payments';
import { StripeAccount } from './stripe-account.js';

/** Takes in what Stripe says, in a transaction. */
export type Taking = (manager: EntityManager) => Promise<string>;

/** The whole of payments on a database of its own, with the local Stripe and a clock that stands still. */
export class PaymentFixture {
  stripe: StripeAccount;
  readonly clock = new FakeClock(new Date());
  private app: TestingModule;
  database: TestDatabase;
  environment: Environment;

  static async open(overrides: Readonly<Record<string, string>> = {}): Promise<PaymentFixture> {
    const fixture = new PaymentFixture();
    fixture.database = await createTestDatabase();
    fixture.stripe = await StripeAccount.open();
    fixture.environment = testEnvironment({
      DATABASE_URL: fixture.database.url,
      STRIPE_API_URL: fixture.stripe.url,
      ...overrides,
    });
    @Global()
    @Module({
      providers: [
        { provide: Environment, useValue: fixture.environment },
        { provide: CLOCK, useValue: fixture.clock },
      ],
      exports: [Environment, CLOCK],
    })
    class Settings {}
    const database = TypeOrmModule.forRoot({
      ...databaseOptions(fixture.database.url, 8),
      autoLoadEntities: true,
    });
    fixture.app = await Test.createTestingModule({
      imports: [Settings, database, OrdersModule, PaymentsModule],
    })
      .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
      .compile();
    return fixture;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.stripe.close();
    await this.database.drop();
  }

  get<T>(service: new (...parameters: never[]) => T): T {
    return this.app.get<T>(service);
  }

  get orders(): OrdersService {
    return this.get(OrdersService);
  }

  async place(changes: Partial<PlaceOrder> = {}): Promise<Order> {
    const assessmentId = changes.assessmentId ?? (await this.assessment());
    const { order } = await this.orders.place({
      formToken: newSecret(),
      assessmentId,
      occupationTitle: 'Machine learning engineer',
      answersCompleteAt: this.clock.now(),
      customerName: 'Ada Lovelace',
      customerEmail: 'ada@example.com',
      startChoice: 'start_now',
      consents: ['start_in_cancellation_period', 'right_ends_on_delivery'],
      ipAddress: '192.0.2.1',
      ...changes,
    });
    return order;
  }

  async assessment(): Promise<string> {
    const id = randomUUID();
    await this.database.source.query(
      'insert into assessments (id, resume_code_hash, created_at, updated_at, expires_at) values ($1, $2, now(), now(), now())',
      [id, Buffer.from(id)],
    );
    return id;
  }

  /** The session of the order's latest pay page. */
  async sessionOf(orderId: string): Promise<string> {
    const [row] = await this.query(
      'select session_id from checkout_sessions where order_id = $1 order by attempt desc limit 1',
      [orderId],
    );
    return String(row?.['session_id']);
  }

  /** Somebody who ordered and is on the pay page. */
  async opened(): Promise<{ id: string; session: string }> {
    const { id } = await this.place();
    await this.get(CheckoutService).open(id);
    return { id, session: await this.sessionOf(id) };
  }

  /** Somebody who ordered and paid by card, and has seen so. */
  async paid(): Promise<{ id: string; session: string; intent: string }> {
    const { id, session } = await this.opened();
    const { payment_intent: intent } = await this.stripe.pay(session);
    await this.get(CheckoutService).confirm(session);
    return { id, session, intent: intent };
  }

  /** What Stripe would send about an object, taken in and handled. Returns the event's outcome. */
  async tell(type: string, object: object): Promise<string> {
    const event = signedEvent(type, object, this.environment.STRIPE_WEBHOOK_SECRET);
    await this.get(WebhookInbox).receive(event.body, event.signature);
    await this.work();
    const [row] = await this.query('select outcome from stripe_events where id = $1', [event.id]);
    return String(row?.['outcome']);
  }

  /** Runs the jobs of this lib that are due. */
  work(): Promise<string[]> {
    return runJobs(this.database.source, this.get(PaymentJobs).boundJobs(), this.clock);
  }

  async order(id: string): Promise<Order> {
    const order = await this.orders.byId(id);
    if (!order) throw new Error('the order is gone');
    return order;
  }

  async eventNames(orderId: string): Promise<string[]> {
    return (await this.orders.events(orderId)).map(({ name }) => name);
  }

  async tasksOf(orderId: string): Promise<StaffTask[]> {
    return (await this.get(StaffTasks).open()).filter((task) => task.orderId === orderId);
  }

  async jobCount(name: string, orderId: string): Promise<number> {
    const [row] = await this.query(
      `select count(*)::int as count from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = $1 and j.payload ->> 'orderId' = $2`,
      [name, orderId],
    );
    return Number(row?.['count']);
  }

  query(sql: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> {
    return this.database.source.query(sql, parameters);
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.app.get(DataSource).transaction(work);
  }

  /** Takes in `first`, and begins `second` before `first` is committed: `second` comes to its end, or waits for what `first` holds. */
  async overlapped(first: Taking, second: Taking): Promise<void> {
    let later: Promise<string> | undefined;
    await this.inTransaction(async (manager) => {
      await first(manager);
      later = this.inTransaction(second);
      await this.settledOrWaiting(later);
    });
    await later;
  }

  private async settledOrWaiting(work: Promise<unknown>): Promise<void> {
    let settled = false;
    const note = (): void => void (settled = true);
    work.then(note, note);
    for (let waiting = false; !settled && !waiting;) {
      const locks = await this.query(
        `select 1 from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
      );
      waiting = locks.length > 0;
    }
  }
}
