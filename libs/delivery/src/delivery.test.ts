import { Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { simpleParser } from 'mailparser';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { DatabaseModule } from '@app/database';
import { CLOCK, newId, newSecret, pence, sha256 } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { createTestDatabase, FakeClock, runJobs, type TestDatabase, testEnvironment } from '@app/testing';
import { Delivery } from './delivery.entity.js';
import { DeliveryAttempts } from './delivery-attempts.js';
import { DeliveryJobs } from './delivery.jobs.js';
import { DeliveryModule } from './delivery.module.js';
import { DeliveryOutbox } from './delivery-outbox.js';
import { DeliveryService } from './delivery.service.js';
import { MoodyMailServer } from './mail-server.builder.js';
import { SignedLinks } from './signed-links.js';

const clock = new FakeClock(new Date('2026-11-24T16:59:59Z'));
const mailServer = new MoodyMailServer();
let database: TestDatabase;
let app: TestingModule;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const environment = testEnvironment({ DATABASE_URL: database.url, SMTP_URL: await mailServer.start() });
  const providers = [
    { provide: Environment, useValue: environment },
    { provide: CLOCK, useValue: clock },
  ];
  @Module({ providers, exports: providers })
  class Settings {}
  const settings = { module: Settings, global: true };
  app = await Test.createTestingModule({
    imports: [settings, DatabaseModule.forRoot(), DeliveryModule],
  }).compile();
  source = app.get(DataSource);
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
  await mailServer.stop();
});
beforeEach(async () => {
  mailServer.mood = 'accept';
  mailServer.taken.length = 0;
  mailServer.onTaking = () => undefined;
  clock.set('2026-11-24T16:59:59Z');
  await source.query('truncate orders, assessments, deliveries, blueprints, reviews, staff_tasks cascade');
  await source.query('delete from graphile_worker._private_jobs');
});

const work = (): Promise<string[]> => runJobs(source, app.get(DeliveryJobs).boundJobs());

/** A paid order whose confirmation is owed. */
async function paidOrder(): Promise<string> {
  const assessmentId = newId();
  const now = clock.now();
  await source.query(
    `insert into assessments (id, created_at, updated_at, expires_at) values ($1, $2, $2, $2)`,
    [assessmentId, now],
  );
  const orders = app.get(OrdersService);
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
  await source.transaction((manager) =>
    orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: now }),
  );
  return order.id;
}

/** A rendered blueprint of an order that a reviewer has approved, with its bytes. */
async function approvedBlueprint(
  orderId: string,
): Promise<{ blueprintId: string; sha: string; staffId: string }> {
  const [blueprintId, staffId, pdf] = [newId(), newId(), Buffer.from('%PDF-1.7 approved')];
  const sha = sha256(pdf);
  await source.query(
    `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at) values ($1, $2, 'R', '{reviewer}', 'x', 'x', now())`,
    [staffId, `${staffId}@example.org`],
  );
  await source.query(
    `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, pdf_pages, calendar_file, drafted_at, rendered_at)
     values ($1, $2, 1, 'rendered', '{"emailSummary": ["Your score is 26."]}', 't', 'c', 'm', $3, $4, $5, 15, 'BEGIN:VCALENDAR', now(), now())`,
    [blueprintId, orderId, newId(), pdf, sha],
  );
  await source.query(
    `insert into reviews (id, order_id, blueprint_id, state, promise_at, decided_by, decided_at, approved_sha256, created_at)
     values ($1, $2, $3, 'approved', now(), $4, now(), $5, now())`,
    [newId(), orderId, blueprintId, staffId, sha],
  );
  return { blueprintId, sha, staffId };
}

const deliveriesOf = (orderId: string): Promise<Delivery[]> => app.get(DeliveryService).forOrder(orderId);
const openTasks = async (): Promise<string[]> => (await app.get(StaffTasks).open()).map(({ kind }) => kind);
const order = (id: string): ReturnType<OrdersService['byId']> => app.get(OrdersService).byId(id);

describe('the confirmation', () => {
  it('is sent once, holds the consents, and the clock keeps the promise it names', async () => {
    const orderId = await paidOrder();
    // Written one second before the cut-off, taken a minute after it.
    mailServer.onTaking = () => clock.advance(60_000);
    await work();
    await app.get(DeliveryService).oweConfirmation(orderId);
    await work();
    expect(mailServer.taken).toHaveLength(1);
    const { html, text } = await simpleParser(mailServer.taken[0] ?? '');
    for (const part of [html, text])
      expect(part).toMatch(/6 pm on Thursday 26 November 2026[^]*I lose my right to cancel/);
    expect(html).not.toContain('<b>Jones');
    expect((await order(orderId))?.promiseAt).toEqual(new Date('2026-11-26T18:00:00Z'));
  });

  it('refused for now is tried again under the same Message-ID; the clock waits', async () => {
    const orderId = await paidOrder();
    mailServer.mood = 'refuse_for_now';
    await expect(work()).rejects.toThrow('was not sent');
    expect((await order(orderId))?.clockStartedAt).toBeNull();
    mailServer.mood = 'accept';
    await work();
    const [delivery] = await deliveriesOf(orderId);
    expect(delivery?.state).toBe('accepted');
    expect(mailServer.taken.join()).toContain(`Message-ID: <${delivery?.messageId}>`);
  });

  it('refused for good goes to staff', async () => {
    const orderId = await paidOrder();
    mailServer.mood = 'refuse_for_good';
    await work();
    expect((await deliveriesOf(orderId)).map(({ state }) => state)).toEqual(['bounced']);
    expect(await openTasks()).toEqual(['delivery_bounced']);
  });

  it('whose fate is unknown is never sent again by itself, and staff can settle it either way', async () => {
    const orderId = await paidOrder();
    mailServer.mood = 'hang_up_after_data';
    await work();
    mailServer.mood = 'accept';
    const [delivery] = await deliveriesOf(orderId);
    await app.get(DeliveryService).attempt(delivery?.id ?? '', false);
    expect(mailServer.taken).toEqual([]);
    expect(await openTasks()).toEqual(['delivery_unknown']);
    await app.get(DeliveryService).settle(delivery?.id ?? '', 'send_again', newId());
    await work();
    expect(mailServer.taken).toHaveLength(1);
    expect(await openTasks()).toEqual([]);
    await expect(
      app.get(DeliveryService).settle(delivery?.id ?? '', 'was_sent', newId()),
    ).rejects.toMatchObject({ code: 'delivery_not_open' });
  });
});

describe('an attempt cut off by a power cut', () => {
  it('before its first byte is simply made again, and the dead one can send nothing any more', async () => {
    const orderId = await paidOrder();
    await app.get(DeliveryService).oweConfirmation(orderId);
    const [owed] = await deliveriesOf(orderId);
    const dead = await app.get(DeliveryAttempts).begin(owed?.id ?? '');
    await work();
    expect(mailServer.taken).toHaveLength(1);
    if (dead.kind !== 'begun') throw new Error(dead.kind);
    await expect(app.get(DeliveryAttempts).markDataStarted(dead.attempt.id)).rejects.toThrow('taken over');
  });

  it('after its first byte is raised to staff', async () => {
    const orderId = await paidOrder();
    await app.get(DeliveryService).oweConfirmation(orderId);
    const [owed] = await deliveriesOf(orderId);
    const dead = await app.get(DeliveryAttempts).begin(owed?.id ?? '');
    if (dead.kind !== 'begun') throw new Error(dead.kind);
    await app.get(DeliveryAttempts).markDataStarted(dead.attempt.id);
    await work();
    expect(mailServer.taken).toEqual([]);
    expect(await openTasks()).toEqual(['delivery_unknown']);
  });
});

describe('the blueprint', () => {
  it('waits for business hours, carries the approved bytes, and marks the order delivered', async () => {
    const orderId = await paidOrder();
    await work();
    const { blueprintId, sha } = await approvedBlueprint(orderId);
    clock.set('2026-11-24T18:00:00Z');
    await app.get(DeliveryService).oweBlueprint(orderId, blueprintId, sha);
    const [, owed] = await deliveriesOf(orderId);
    expect(owed?.sendAfter).toEqual(new Date('2026-11-25T09:00:00Z'));
    clock.set('2026-11-25T09:00:00Z');
    await app.get(DeliveryService).attempt(owed?.id ?? '', false);
    expect(mailServer.taken.at(-1)).toContain(Buffer.from('%PDF-1.7 approved').toString('base64'));
    expect((await order(orderId))?.deliveredAt).toEqual(clock.now());
  });

  it('cannot be owed when nobody approved those bytes: the database refuses', async () => {
    const orderId = await paidOrder();
    const { blueprintId } = await approvedBlueprint(orderId);
    await expect(
      app.get(DeliveryService).oweBlueprint(orderId, blueprintId, sha256('other bytes')),
    ).rejects.toThrow(/foreign key/);
    await expect(
      app.get(DeliveryOutbox).owe(source.manager, {
        kind: 'blueprint',
        subjectKey: 'x',
        orderId,
        recipient: 'a@b.c',
        sendAfter: clock.now(),
      }),
    ).rejects.toThrow(/check constraint/);
  });

  it('of an order cancelled after approval is not sent', async () => {
    const orderId = await paidOrder();
    const { blueprintId, sha } = await approvedBlueprint(orderId);
    await app.get(DeliveryService).oweBlueprint(orderId, blueprintId, sha);
    await app.get(OrdersService).cancel(orderId, 'changed my mind');
    const [owed] = await deliveriesOf(orderId);
    await app.get(DeliveryService).attempt(owed?.id ?? '', false);
    expect(mailServer.taken).toEqual([]);
    expect((await deliveriesOf(orderId)).map(({ state }) => state)).toEqual(['cancelled']);
  });
});

describe('a download link', () => {
  it('is not used up by being opened, expires, and is replaced by a newer one', async () => {
    const orderId = await paidOrder();
    const { blueprintId } = await approvedBlueprint(orderId);
    const links = app.get(SignedLinks);
    const { url } = await links.issue(source.manager, orderId, blueprintId);
    const secret = url.split('/').at(-1) ?? '';
    await links.open(secret);
    await expect(links.open(secret)).resolves.toMatchObject({ blueprintId });
    await links.revokeAll(source.manager, orderId);
    await expect(links.open(secret)).rejects.toMatchObject({ code: 'link_revoked' });
    const next = (await links.issue(source.manager, orderId, blueprintId)).url.split('/').at(-1) ?? '';
    clock.advance(31 * 86_400_000);
    await expect(links.open(next)).rejects.toMatchObject({ code: 'link_expired' });
    await expect(links.open('guess')).rejects.toMatchObject({ code: 'link_unknown' });
    expect(JSON.stringify(await source.query('select * from download_links'))).not.toContain(next);
  });
});
