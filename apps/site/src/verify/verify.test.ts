import { randomBytes } from 'node:crypto';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { parse } from 'node-html-parser';
import { Audit, AuditKeys } from '@app/audit';
import { BlueprintService, blueprintEntities } from '@app/blueprint';
import { Environment } from '@app/config';
import { databaseOptions } from '@app/database';
import { createHttpApp } from '@app/http';
import { CLOCK, newId, sha256 } from '@app/kernel';
import { ActRunner, orderEntities, OrdersService } from '@app/orders';
import { GenuineCopies, reviewEntities } from '@app/review';
import { StaffTasks } from '@app/tasks';
import { createTestDatabase, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { DataSource } from 'typeorm';
import { filesInTable } from '../../../../libs/blueprint/src/outside/files-in-table.builder.js';
import { VerifyController } from './verify.controller.js';

const REFERENCE = 'PW-7K3M-9QXT';
const CODE = '4H7R-K2QP-M9XD';
const FINGERPRINT = sha256('%PDF');

const entities = [...blueprintEntities, ...orderEntities, ...reviewEntities];

describe('whether a copy is genuine', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    database = await createTestDatabase(entities);
    await approvedBlueprint(database);
    const environment = testEnvironment({ DATABASE_URL: database.url });
    @Global()
    @Module({
      providers: [
        { provide: Environment, useValue: environment },
        { provide: CLOCK, useValue: new FakeClock() },
      ],
      exports: [Environment, CLOCK],
    })
    class SettingsModule {}
    @Module({
      imports: [SettingsModule, TypeOrmModule.forRoot({ ...databaseOptions(database.url, 2), entities })],
      controllers: [VerifyController],
      providers: [
        GenuineCopies,
        {
          provide: BlueprintService,
          inject: [DataSource],
          useFactory: (source: DataSource) => filesInTable(source, new FakeClock()).service,
        },
        OrdersService,
        ActRunner,
        StaffTasks,
        Audit,
        AuditKeys,
      ],
    })
    class TestModule {}
    app = await createHttpApp(TestModule, environment, { name: 'site' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const get = async (url: string, from = '192.0.2.1'): ReturnType<NestFastifyApplication['inject']> =>
    await app.inject({
      method: 'GET',
      url,
      remoteAddress: from,
      headers: { accept: 'text/html', host: 'localhost' },
    });
  const post = async (fields: Record<string, string>): ReturnType<NestFastifyApplication['inject']> => {
    const page = await get('/verify');
    const body = new URLSearchParams(fields);
    for (const hidden of parse(page.body).querySelectorAll('form[action="/verify"] input[type=hidden]'))
      body.append(hidden.getAttribute('name') ?? '', hidden.getAttribute('value') ?? '');
    return await app.inject({
      method: 'POST',
      url: '/verify',
      payload: body.toString(),
      remoteAddress: '192.0.2.2',
      headers: {
        accept: 'text/html',
        host: 'localhost',
        'content-type': 'application/x-www-form-urlencoded',
        cookie: page.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
    });
  };
  const words = (body: string): string =>
    parse(body).querySelector('main')?.textContent.replace(/\s+/g, ' ').trim() ?? '';

  it('says yes to a copy by its form and by its link, with the day and the fingerprint, and nothing of the person', async () => {
    for (const answer of [
      await post({ reference: ' pw 7k3m 9qxt ', check_code: CODE.toLowerCase() }),
      await get(`/verify/${REFERENCE}/${CODE}`),
    ]) {
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['cache-control']).toContain('no-store');
      const text = words(answer.body);
      expect(text).toContain('This copy is genuine');
      expect(text).toContain('approved by a reviewer on Wednesday 25 November 2026');
      expect(text).toContain(FINGERPRINT);
      expect(answer.body).not.toMatch(/Siân|sian@example|Ward nurse|4900/);
    }
  });

  it('gives the same words, and takes as long, for a reference that is unknown and a code that is wrong', async () => {
    const started = process.hrtime.bigint();
    const unknown = await get(`/verify/PW-AAAA-AAAA/${CODE}`, '192.0.2.3');
    const wrong = await get(`/verify/${REFERENCE}/AAAA-BBBB-CCCC`, '192.0.2.3');
    const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
    expect(words(unknown.body)).toContain('We cannot confirm this copy');
    expect(words(wrong.body)).toBe(words(unknown.body));
    expect(wrong.statusCode).toBe(unknown.statusCode);
    // The timer that both wait for may end a millisecond early.
    expect(milliseconds).toBeGreaterThan(498);
  });

  it('asks for what is missing', async () => {
    const { statusCode, body } = await post({ reference: REFERENCE, check_code: ' ' });
    expect(statusCode).toBe(422);
    expect(words(body)).toContain('Enter the check code of the copy');
    expect(parse(body).querySelector('#reference')?.getAttribute('value')).toBe(REFERENCE);
  });

  it('shows the form to anyone, and takes any text', async () => {
    expect(words((await get('/verify')).body)).toContain('Is this copy genuine?');
    const { statusCode, body } = await post({ reference: `<script>'${'x'.repeat(500)}`, check_code: '%00' });
    expect(statusCode).toBe(200);
    expect(body).not.toContain("<script>'x");
  });

  it('answers an address only so often', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => get(`/verify/${REFERENCE}/AAAA-BBBB-CCCC`, '192.0.2.9')),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(4);
  });
});

async function approvedBlueprint({ source }: TestDatabase): Promise<void> {
  const [assessment, order, blueprint, staff] = [newId(), newId(), newId(), newId()];
  await source.query(
    `insert into assessments (id, resume_code_hash, answers, created_at, updated_at, expires_at)
     values ($1, $2, '{}', now(), now(), now() + interval '1 year')`,
    [assessment, randomBytes(32)],
  );
  await source.query(
    `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name, customer_email, occupation_title,
       price_pence, start_choice, created_at, expires_at, paid_at, paid_pence, clock_started_at, target_at, promise_at)
     values ($1, $2, 'paid', $3, $4, $5, 'none', 'Siân Rhŷs', 'sian@example.org', 'Ward nurse', 4900, 'start_now', now(), now(), now(), 4900, now(), now(), now())`,
    [order, REFERENCE, assessment, newId(), randomBytes(32)],
  );
  await source.query(
    `insert into blueprints (id, order_id, version, state, snapshot, template_version, catalogue_version, model_version, check_code, pdf, pdf_sha256, pdf_pages, calendar_file, drafted_at, rendered_at)
     values ($1, $2, 1, 'rendered', '{"person":{"name":"Siân Rhŷs"}}', 't', 'c', 'm', $3, '%PDF', $4, 15, 'c', '2026-11-24T12:00:00Z', '2026-11-24T12:00:00Z')`,
    [blueprint, order, CODE, FINGERPRINT],
  );
  await source.query(
    `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at) values ($1, 'r@example.org', 'R', '{reviewer}', 'x', 'x', now())`,
    [staff],
  );
  await source.query(
    `insert into reviews (id, order_id, blueprint_id, state, promise_at, claimed_by, claimed_at, claim_active_at, decided_by, note_by, decided_at, approved_sha256, created_at)
     values ($1, $2, $3, 'approved', now(), $4, now(), now(), $4, $4, '2026-11-25T10:00:00Z', $5, now())`,
    [newId(), order, blueprint, staff, FINGERPRINT],
  );
}
