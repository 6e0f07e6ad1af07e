import { Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { DatabaseModule } from '@app/database';
import { CLOCK, newId, newSecret, pence, sha256 } from '@app/kernel';
import { type Order, OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import {
  createTestDatabase,
  emptyTables,
  FakeClock,
  runJobs,
  type TestDatabase,
  testEnvironment,
} from '@app/testing';
import type { Delivery } from './delivery.entity.js';
import { DeliveryJobs } from './delivery.jobs.js';
import { DeliveryModule } from './delivery.module.js';
import { DeliveryService } from './delivery.service.js';
import { MoodyMailServer } from './mail-server.builder.js';

/** What the approved file holds. */
export const APPROVED_BYTES = '%PDF-1.7 approved ';

/** The whole of delivery on a database of its own, with a mail server that does what it is told and a clock that stands still. */
export class DeliveryScene {
  readonly clock = new FakeClock(new Date('2026-11-24T16:59:59Z'));
  readonly mail = new MoodyMailServer();
  source: DataSource;
  private app: TestingModule;
  private database: TestDatabase;

  static async open(overrides: Readonly<Record<string, string>> = {}): Promise<DeliveryScene> {
    const scene = new DeliveryScene();
    scene.database = await createTestDatabase();
    const environment = testEnvironment({
      DATABASE_URL: scene.database.url,
      SMTP_URL: await scene.mail.start(),
      ...overrides,
    });
    const providers = [
      { provide: Environment, useValue: environment },
      { provide: CLOCK, useValue: scene.clock },
    ];
    @Module({ providers, exports: providers })
    class Settings {}
    const settings = { module: Settings, global: true };
    scene.app = await Test.createTestingModule({
      imports: [settings, DatabaseModule.forRoot(), DeliveryModule],
    })
      .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
      .compile();
    await scene.app.init();
    scene.source = scene.app.get(DataSource);
    return scene;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    await this.mail.stop();
  }

  /** Nothing has happened yet: one second before the cut-off of a Tuesday. */
  async begin(): Promise<void> {
    this.mail.mood = 'accept';
    this.mail.taken.length = 0;
    this.mail.onTaking = () => undefined;
    this.clock.set('2026-11-24T16:59:59Z');
    await emptyTables(
      this.source,
      ...['orders', 'assessments', 'deliveries', 'blueprints', 'reviews', 'staff_tasks'],
    );
    await this.source.query('delete from graphile_worker._private_jobs');
  }

  get<T>(service: new (...parameters: never[]) => T): T {
    return this.app.get<T>(service);
  }

  get deliveries(): DeliveryService {
    return this.get(DeliveryService);
  }

  /** Runs every job of this lib that is due. */
  work(): Promise<string[]> {
    return runJobs(this.source, this.get(DeliveryJobs).boundJobs());
  }

  deliveriesOf(orderId: string): Promise<Delivery[]> {
    return this.deliveries.forOrder(orderId);
  }

  /** Every attempt at an email, in the order of their beginning. */
  attemptsAt(deliveryId: string): Promise<object[]> {
    return this.source.query(
      'select outcome, detail, data_started_at, ended_at from delivery_attempts where delivery_id = $1 order by started_at, id',
      [deliveryId],
    );
  }

  async openTasks(): Promise<string[]> {
    return (await this.get(StaffTasks).open()).map(({ kind }) => kind);
  }

  order(id: string): Promise<Order | null> {
    return this.get(OrdersService).byId(id);
  }

  /** A paid order whose confirmation is to be sent. */
  async paidOrder(): Promise<string> {
    const assessmentId = newId();
    const now = this.clock.now();
    await this.source.query(
      `insert into assessments (id, created_at, updated_at, expires_at) values ($1, $2, $2, $2)`,
      [assessmentId, now],
    );
    const orders = this.get(OrdersService);
    const { order } = await orders.place({
      formToken: newSecret(),
      assessmentId,
      occupationTitle: 'Nurse',
      answersCompleteAt: now,
      customerName: 'Siân <b>Jones</b>',
      customerEmail: 'sian@example.org',
      startChoice: 'start_now',
      consents: ['start_in_cancellation_period', 'right_ends_on_delivery'],
      ipAddress: '192.0.2.1',
    });
    await this.source.transaction(async (manager) => {
      await orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: now });
      await manager.query(
        `insert into payments (id, session_id, order_id, amount_pence, currency, accepted, received_at) values ($1::uuid, $1::text, $1::uuid, 4900, 'gbp', true, $2)`,
        [order.id, now],
      );
    });
    return order.id;
  }

  /**
   * A rendered blueprint of an order that a reviewer has approved, with its bytes.
   * @param correctionId makes it the second version, which takes the place of the first.
   */
  async approvedBlueprint(
    orderId: string,
    correctionId: string | null = null,
  ): Promise<{ blueprintId: string; sha: string; staffId: string }> {
    const [blueprintId, staffId, pdf] = [
      newId(),
      newId(),
      Buffer.from(APPROVED_BYTES + orderId + (correctionId ?? '')),
    ];
    await this.source.query(
      `update blueprints set state = 'superseded', superseded_at = now() where order_id = $1`,
      [orderId],
    );
    const sha = sha256(pdf);
    await this.source.query(
      `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at) values ($1, $2, 'R', '{reviewer}', 'x', 'x', now())`,
      [staffId, `${staffId}@example.org`],
    );
    await this.source.query(
      `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, pdf_pages, calendar_file, drafted_at, rendered_at, correction_id)
       values ($1, $2, $6, 'rendered', '{"emailSummary": ["Your score is 26."]}', 't', 'c', 'm', $3, $4, $5, 15, 'BEGIN:VCALENDAR', now(), now(), $7)`,
      [blueprintId, orderId, newId(), pdf, sha, correctionId === null ? 1 : 2, correctionId],
    );
    await this.source.query(
      `insert into reviews (id, order_id, blueprint_id, state, promise_at, decided_by, note_by, decided_at, approved_sha256, created_at)
       values ($1, $2, $3, 'approved', now(), $4, $4, now(), $5, now())`,
      [newId(), orderId, blueprintId, staffId, sha],
    );
    return { blueprintId, sha, staffId };
  }
}
