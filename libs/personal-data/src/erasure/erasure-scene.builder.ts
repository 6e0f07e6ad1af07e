import { Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { DatabaseModule } from '@app/database';
import { CLOCK, plusDays } from '@app/kernel';
import { createTestDatabase, emptyTables, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { PersonalDataModule } from '../personal-data.module.js';
import { buildOrder, type BuiltOrder } from '../order-record.builder.js';
import { AssessmentErasure } from './assessment-erasure.js';
import { OrderErasure } from './order-erasure.js';

/** The moment at which something is erased. */
export const NOW = new Date('2026-11-24T10:00:00Z');
/** When it was ordered, paid and delivered. */
export const AT = plusDays(NOW, -10);

const WAITING = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

/** Erasing on a database of its own, with a clock that stands still. For tests only. */
export class ErasureScene {
  private constructor(
    readonly app: TestingModule,
    private readonly database: TestDatabase,
  ) {}

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<ErasureScene> {
    const database = await createTestDatabase();
    const providers = [
      { provide: Environment, useValue: testEnvironment({ DATABASE_URL: database.url, ...settings }) },
      { provide: CLOCK, useValue: new FakeClock(NOW) },
    ];
    @Module({ providers, exports: providers })
    class Settings {}
    const imports = [{ module: Settings, global: true }, DatabaseModule.forRoot(), PersonalDataModule];
    return new ErasureScene(await Test.createTestingModule({ imports }).compile(), database);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }

  async begin(): Promise<void> {
    await emptyTables(this.source, 'orders', 'assessments', 'audit_log');
  }

  get source(): DataSource {
    return this.app.get(DataSource);
  }

  get orders(): OrderErasure {
    return this.app.get(OrderErasure);
  }

  get assessments(): AssessmentErasure {
    return this.app.get(AssessmentErasure);
  }

  async rows<Row = Record<string, unknown>>(sql: string, ...parameters: unknown[]): Promise<Row[]> {
    return await this.source.query(sql, parameters);
  }

  /** Comes back once something waits for a row or table that another transaction holds. */
  async untilWaiting(): Promise<void> {
    while ((await this.rows(WAITING)).length === 0);
  }

  /** An order that was delivered, unless the changes say otherwise. */
  order(changes: Partial<BuiltOrder> = {}): ReturnType<typeof buildOrder> {
    return buildOrder(this.source, { state: 'paid', at: AT, paidAt: AT, deliveredAt: AT, ...changes });
  }

  /** An order that nobody paid. */
  unpaid(order: Pick<BuiltOrder, 'state' | 'at'>): ReturnType<typeof buildOrder> {
    return buildOrder(this.source, order);
  }

  /** What stands in the audit log, oldest first. */
  audited(): Promise<object[]> {
    return this.rows('select action, subject_kind, subject_id, staff_id, reason from audit_log order by id');
  }

  /** Whether the answers are still there; undefined when the row is gone. */
  async kept(assessmentId: string): Promise<boolean | undefined> {
    const [row] = await this.rows<{ kept: boolean }>(
      'select result is not null as kept from assessments where id = $1',
      assessmentId,
    );
    return row?.kept;
  }
}
