import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { ParsedMail } from 'mailparser';
import { BlueprintJobs } from '@app/blueprint';
import { Environment } from '@app/config';
import { databaseOptions, freePort } from '@app/database';
import { DeliveryJobs } from '@app/delivery';
import { createHttpApp } from '@app/http';
import { enqueue } from '@app/jobs';
import { CLOCK, newId } from '@app/kernel';
import { OrderJobs } from '@app/orders';
import { PaymentJobs } from '@app/payments';
import { ReviewJobs, sendBlueprint } from '@app/review';
import { createTestDatabase, FakeClock, runJobs, type TestDatabase, testEnvironment } from '@app/testing';
import { Person } from '../../../apps/cli/src/journey/person.js';
import { AdvicePagesModule } from '../../../apps/site/src/advice/advice-pages.module.js';
import { AssessmentPagesModule } from '../../../apps/site/src/assessment/assessment-pages.module.js';
import { DownloadPagesModule } from '../../../apps/site/src/download/download-pages.module.js';
import { YourDataPagesModule } from '../../../apps/site/src/your-data/your-data-pages.module.js';
import { MessagesModule } from '../../../apps/site/src/messages/messages.module.js';
import { OnTimeModule } from '../../../apps/site/src/on-time/on-time.module.js';
import { OrderPagesModule } from '../../../apps/site/src/order/order-pages.module.js';
import { RecoveryPagesModule } from '../../../apps/site/src/recovery/recovery-pages.module.js';
import { VerifyPagesModule } from '../../../apps/site/src/verify/verify-pages.module.js';
import { paymentOrigins } from '../../../apps/site/src/payment-origins.js';
import { startStripeSandbox, type StripeSandbox } from '../../../apps/stripe-sandbox/src/sandbox.js';
import { MoodyMailServer } from '../../../libs/delivery/src/mail-server.builder.js';

const SECRET_KEY = 'sk_test_sandbox';
const WEBHOOK_SECRET = 'whsec_test';

/** The personal part of the site on a real port and database, with the local Stripe, a mail server, and a worker that runs when told to. */
export class TestSite {
  readonly clock = new FakeClock(new Date());
  readonly mail = new MoodyMailServer();
  /** Every line of the log; nothing unless LOG_LEVEL asks for it. */
  readonly logged: string[] = [];
  app: NestFastifyApplication;
  database: TestDatabase;
  sandbox: StripeSandbox;
  url: string;

  /** On a busy machine the port found free may be taken a moment later; then another one is tried. */
  static async open(settings: Readonly<Record<string, string>> = {}): Promise<TestSite> {
    for (let tries = 1; ; tries += 1) {
      const fixture = new TestSite();
      try {
        return await fixture.build(settings);
      } catch (error) {
        await fixture.close();
        if ((error as { code?: string }).code !== 'EADDRINUSE' || tries === 3) throw error;
      }
    }
  }

  private async build(settings: Readonly<Record<string, string>>): Promise<this> {
    this.database = await createTestDatabase();
    const port = await freePort();
    this.url = `http://localhost:${port}`;
    this.sandbox = await startStripeSandbox({
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: `http://127.0.0.1:${port}/webhooks/stripe`,
      retryDelaysMs: [20, 20, 20, 20],
      asyncPaymentMs: 600_000,
    });
    const environment = testEnvironment({
      DATABASE_URL: this.database.url,
      SITE_URL: this.url,
      SITE_PORT: String(port),
      SMTP_URL: await this.mail.start(),
      STRIPE_API_URL: this.sandbox.url,
      STRIPE_SANDBOX_PORT: String(this.sandbox.port),
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      SEND_HOURS: 'always',
      ...settings,
    });
    const provided = [
      { provide: Environment, useValue: environment },
      { provide: CLOCK, useValue: this.clock },
    ];
    @Global()
    @Module({ providers: provided, exports: provided })
    class Settings {}
    @Module({
      imports: [
        Settings,
        TypeOrmModule.forRoot({ ...databaseOptions(this.database.url, 8), autoLoadEntities: true }),
        AdvicePagesModule,
        AssessmentPagesModule,
        DownloadPagesModule,
        YourDataPagesModule,
        MessagesModule,
        OnTimeModule,
        OrderPagesModule,
        RecoveryPagesModule,
        VerifyPagesModule,
      ],
    })
    class TestSiteModule {}
    this.app = await createHttpApp(TestSiteModule, environment, {
      name: 'site',
      formTargets: paymentOrigins(environment),
      logTo: { write: (line: string) => void this.logged.push(line) },
    });
    await this.app.listen(port, '127.0.0.1');
    return this;
  }

  async close(): Promise<void> {
    await this.sandbox?.close();
    await this.app?.close();
    await this.mail.stop();
    await this.database?.drop();
  }

  /** Somebody with a finished assessment before them: three questions answered, the rest skipped. */
  async finisher(): Promise<Person> {
    const person = new Person();
    await person.open(`${this.url}/assessment?occupation=machine-learning-engineer`);
    await person.submit({}, { action: '/assessment/start' });
    await person.submit({ task: ['model-evaluation', 'feature-engineering'] }, { action: 'tasks' });
    await person.submit({ 'band_model-evaluation': 'most', 'band_feature-engineering': 'some' });
    await person.open('/assessment/check');
    await person.submit({}, { action: '/assessment/check' });
    return person;
  }

  /** Somebody who has ordered a blueprint and paid for it; on their order page, with the work as far as it goes without staff. */
  async buyer(email = 'ada@example.com'): Promise<{ person: Person; orderId: string; page: string }> {
    // The stand-in for Stripe lives by the real time: on a slow machine the clock here must not fall behind.
    if (this.clock.now() < new Date()) this.clock.set(new Date());
    const person = await this.finisher();
    await person.open('/order/new');
    await person.submit(
      { name: 'Ada Lovelace', email, start: 'start_now', consent_start: 'yes', consent_end: 'yes' },
      { action: '/order/new' },
    );
    await person.submit(
      {
        method: 'card',
        card_number: '4242 4242 4242 4242',
        expiry: '12 / 30',
        cvc: '123',
        name: 'Ada Lovelace',
      },
      { button: 'Pay' },
    );
    await this.work();
    const page = person.here.url.pathname;
    await person.open(page);
    const [order] = await this.query<{ id: string }>(
      'select id from orders where customer_email = $1 order by created_at desc limit 1',
      [email],
    );
    return { person, orderId: order?.id ?? '', page };
  }

  /** A reviewer approves what lies before them, and it is sent. */
  async deliver(orderId: string, note = 'Ada writes well'): Promise<void> {
    const { source } = this.database;
    const staffId = newId();
    await source.query(
      `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
       values ($1, $2, 'R', '{reviewer}', 'x', 'x', now())`,
      [staffId, `${staffId}@example.org`],
    );
    const [[approved]] = await source.query<[{ blueprintId: string; sha256: string }[], number]>(
      `update reviews set state = 'approved', decided_by = $2, note_by = $2, decided_at = $3, reason = $4, approved_sha256 =
         (select pdf_sha256 from blueprints where id = blueprint_id)
       where order_id = $1 and state = 'queued' returning blueprint_id as "blueprintId", approved_sha256 as sha256`,
      [orderId, staffId, this.clock.now(), note],
    );
    if (!approved) throw new Error('nothing lies before a reviewer');
    await enqueue(source.manager, sendBlueprint, { orderId, ...approved });
    await this.work();
  }

  /** Calls the control API of the local Stripe, which tells us of it by a signed webhook. */
  async control(path: string, body: object = {}): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.sandbox.url}/_sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  }

  /** Runs every job that is due. */
  async work(): Promise<string[]> {
    const jobs = [PaymentJobs, OrderJobs, BlueprintJobs, ReviewJobs, DeliveryJobs];
    return await runJobs(
      this.database.source,
      jobs.flatMap((each) => this.app.get(each, { strict: false }).boundJobs()),
      this.clock,
    );
  }

  /** Every email that was taken. @see MoodyMailServer.emails */
  emails(): Promise<ParsedMail[]> {
    return this.mail.emails();
  }

  /** The file of JSON that a form on the open page answers with. */
  async file(person: Person, path: string): Promise<{ headers: Headers; content: Record<string, unknown> }> {
    const { headers, bytes } = await this.posted(person, path);
    return { headers, content: JSON.parse(bytes.toString()) as Record<string, unknown> };
  }

  /** What a form on the open page answers with that is a file, with the person's cookies. */
  async posted(person: Person, path: string): Promise<{ headers: Headers; bytes: Buffer }> {
    const jar = person['cookies'].get(new URL(this.url).host) ?? new Map<string, string>();
    const token = person.here.html
      .querySelector(`form[action="${path}"] input[name=_csrf]`)
      ?.getAttribute('value');
    const response = await fetch(this.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: this.url, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: new URLSearchParams(token === undefined ? {} : { _csrf: token }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200)
      throw new Error(`${path} answered ${response.status}: ${bytes.toString().slice(0, 300)}`);
    return { headers: response.headers, bytes };
  }

  query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.source.query(sql, parameters);
  }
}
