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
import { createTestDatabase, FakeClock, runJobs, type TestDatabase, testEnvironment } from '@app/testing';
import { PaymentJobs, PaymentsModule, WebhookInbox } from '@app/payments';
import { StubStripe } from './stub-stripe.js';

/** The whole of payments on a database of its own, with a stand-in for Stripe and a clock that stands still. */
export class PaymentHouse {
  readonly stripe = new StubStripe();
  readonly clock = new FakeClock(new Date());
  private app: TestingModule;
  database: TestDatabase;
  environment: Environment;

  static async open(overrides: Readonly<Record<string, string>> = {}): Promise<PaymentHouse> {
    const house = new PaymentHouse();
    house.database = await createTestDatabase();
    const STRIPE_API_URL = await house.stripe.start();
    house.environment = testEnvironment({ DATABASE_URL: house.database.url, STRIPE_API_URL, ...overrides });
    @Global()
    @Module({
      providers: [
        { provide: Environment, useValue: house.environment },
        { provide: CLOCK, useValue: house.clock },
      ],
      exports: [Environment, CLOCK],
    })
    class Settings {}
    const database = TypeOrmModule.forRoot({
      ...databaseOptions(house.database.url, 8),
      autoLoadEntities: true,
    });
    house.app = await Test.createTestingModule({
      imports: [Settings, database, OrdersModule, PaymentsModule],
    })
      .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
      .compile();
    return house;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.stripe.stop();
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

  /** What Stripe would send about an object, taken in and handled. Returns the event's outcome. Stripe then has it so, unless it has newer. */
  async tell(type: string, object: object): Promise<string> {
    const { id } = object as { id?: string };
    if (/dispute|radar/.test(type) && id !== undefined && !this.stripe.others.has(id))
      this.stripe.others.set(id, { object: 'dispute', ...object });
    const event = StubStripe.webhook(
      type,
      object as Record<string, unknown>,
      this.environment.STRIPE_WEBHOOK_SECRET,
    );
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
}
