import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Audit, AuditKeys, auditEntities } from '@app/audit';
import { newSecret, pence } from '@app/kernel';
import { createTestDatabase, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { StaffTasks, taskEntities } from '@app/tasks';
import { ActRunner } from './acts/act-runner.js';
import type { Order } from './order/order.entity.js';
import { orderEntities } from './orders.module.js';
import { OrdersService } from './orders.service.js';
import type { PlaceOrder } from './placing/place-order.js';

/** Orders on a database of their own and a clock that stands still, for the tests of what happens to one. */
export class OrdersFixture {
  readonly clock = new FakeClock();
  readonly tasks: StaffTasks;
  readonly audit: Audit;
  readonly acts: ActRunner;
  readonly orders: OrdersService;

  private constructor(readonly database: TestDatabase) {
    const { source } = database;
    this.tasks = new StaffTasks(source, this.clock);
    this.audit = new Audit(source, this.clock, new AuditKeys(testEnvironment()));
    this.acts = new ActRunner(this.tasks, this.audit);
    this.orders = new OrdersService(source, testEnvironment(), this.clock, this.acts);
  }

  static async open(): Promise<OrdersFixture> {
    return new OrdersFixture(await createTestDatabase([...orderEntities, ...taskEntities, ...auditEntities]));
  }

  async close(): Promise<void> {
    await this.database.drop();
  }

  inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.source.transaction(work);
  }

  /** A form as the customer sends it; name only what matters. */
  async form(changes: Partial<PlaceOrder> = {}): Promise<PlaceOrder> {
    return {
      formToken: newSecret(),
      assessmentId: await this.newAssessment(),
      occupationTitle: 'Machine learning engineer',
      answersCompleteAt: this.clock.now(),
      customerName: 'Ada Lovelace',
      customerEmail: 'ada@example.com',
      startChoice: 'start_now',
      consents: ['start_in_cancellation_period', 'right_ends_on_delivery'],
      ipAddress: '192.0.2.1',
      ...changes,
    };
  }

  async paidOrder(changes: Partial<PlaceOrder> = {}): Promise<Order> {
    const { order } = await this.orders.place(await this.form(changes));
    await this.inTransaction((manager) =>
      this.orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: this.clock.now() }),
    );
    return await this.reread(order.id);
  }

  async reread(id: string): Promise<Order> {
    const order = await this.orders.byId(id);
    if (!order) throw new Error('the order is gone');
    return order;
  }

  /** The names of what happened to the order, oldest first. */
  async names(id: string): Promise<string[]> {
    return (await this.orders.events(id)).map(({ name }) => name);
  }

  /** When each job that waits for the order is due. */
  async jobsOf(orderId: string): Promise<Record<string, Date>> {
    const rows: { name: string; run_at: Date }[] = await this.database.source.query(
      `select t.identifier as name, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where j.payload ->> 'orderId' = $1`,
      [orderId],
    );
    return Object.fromEntries(rows.map(({ name, run_at }) => [name, run_at]));
  }

  private async newAssessment(): Promise<string> {
    const id = randomUUID();
    await this.database.source.query(
      `insert into assessments (id, resume_code_hash, created_at, updated_at, expires_at) values ($1, $2, now(), now(), now())`,
      [id, Buffer.from(id)],
    );
    return id;
  }
}
