import { createHash } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from '@app/config';
import { freePort } from '@app/database';
import { FakeClock, testEnvironment } from '@app/testing';
import { type ParsedMail, simpleParser } from 'mailparser';
import Stripe from 'stripe';
import { startDesk, type TestDesk } from '../../apps/desk/src/test-desk.builder.js';
import { startStripeSandbox, type StripeSandbox } from '../../apps/stripe-sandbox/src/sandbox.js';
import { MoodyMailServer } from '../../libs/delivery/src/mail-server.builder.js';
import { Agenda } from './agenda.js';
import { Chance, seedSecrets } from './chance.js';
import { takeShortcuts } from './shortcuts.js';
import { openSite } from './simulated-site.js';
import { SimulatedWorker, watchNoSchedules, type WorkerHooks } from './simulated-worker.js';
import { createVirtualDatabase, type VirtualDatabase } from './virtual-database.js';
import { VirtualTime } from './virtual-time.js';

const SECRET_KEY = 'sk_test_sandbox';
export const WEBHOOK_SECRET = 'whsec_test';

/** An email that a mail server took, and when. */
export interface TakenEmail {
  readonly at: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly mail: ParsedMail;
}

/** Something that a customer, or their bank, told us by a page or at Stripe. */
export interface Said {
  readonly customer: number;
  readonly what: 'address' | 'cancelled' | 'dispute' | 'dispute_won' | 'notice';
  readonly at: number;
  /** The new address. */
  readonly email?: string;
}

/** A file that people approved by the desk. */
export interface Approval {
  readonly at: number;
  readonly orderId: string;
}

/** Site, desk, worker, Stripe, mail server and database of one seed, in a time of their own. */
export class World {
  readonly agenda = new Agenda();
  readonly mail = new MoodyMailServer();
  readonly emails: TakenEmail[] = [];
  /** What happened, line by line; the same for the same seed. */
  readonly trace: string[] = [];
  /** By SHA-256. */
  readonly approved = new Map<string, Approval>();
  readonly said: Said[] = [];
  /** How long what banks say may be on its way, in milliseconds. */
  hearing = 0;
  /** How often staff had an email of an order sent again. */
  readonly again = new Map<string, number>();
  /** Amounts in pence that staff have paid back by other means. */
  readonly paidOtherwise = new Set<number>();
  /** When Stripe took the money for an order. */
  readonly paidAt = new Map<string, number>();
  onNote: (line: string) => void = () => undefined;
  database: VirtualDatabase;
  environment: Environment;
  sandbox: StripeSandbox;
  site: NestFastifyApplication;
  desk: TestDesk;
  worker: SimulatedWorker;
  siteUrl: string;
  /** The seller's dashboard at Stripe. */
  stripeApi: Stripe;
  private readonly clock: FakeClock;
  private readonly closers: (() => Promise<void> | void)[] = [];

  private constructor(
    readonly seed: number,
    private readonly time: VirtualTime,
  ) {
    this.clock = new FakeClock(new Date(time.now));
  }

  /** @param start milliseconds since 1970. */
  static async open(seed: number, start: number, hooks: Pick<WorkerHooks, 'accident'>): Promise<World> {
    const world = new World(seed, new VirtualTime(start));
    try {
      await world.build(hooks);
      return world;
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  private async build({ accident }: Pick<WorkerHooks, 'accident'>): Promise<void> {
    this.database = await createVirtualDatabase(this.now);
    this.closers.push(() => this.database.drop());
    const port = await freePort();
    this.siteUrl = `http://localhost:${port}`;
    this.closers.push(this.time.install(), seedSecrets(new Chance(this.seed, 'secrets')), takeShortcuts());
    this.sandbox = await startStripeSandbox({
      ...{ secretKey: SECRET_KEY, webhookSecret: WEBHOOK_SECRET },
      // A timer runs by real time: on a busy machine a pay page would end between two moments where it does not on a quiet one.
      timers: false,
    });
    this.closers.push(() => this.sandbox.close());
    this.stripeApi = new Stripe(SECRET_KEY, {
      host: '127.0.0.1',
      port: this.sandbox.port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 0,
    });
    this.environment = testEnvironment({
      DATABASE_URL: this.database.url,
      DATABASE_POOL: '4',
      SITE_URL: this.siteUrl,
      SITE_PORT: String(port),
      SMTP_URL: await this.mail.start(),
      STRIPE_API_URL: this.sandbox.url,
      STRIPE_SANDBOX_PORT: String(this.sandbox.port),
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      SECOND_APPROVAL_FIRST: '2',
      SECOND_APPROVAL_PERCENT: '10',
    });
    this.closers.push(() => this.mail.stop());
    this.site = await openSite(this.environment);
    this.closers.push(() => this.site.close());
    this.desk = await startDesk(
      { database: this.database, clock: this.clock },
      { SECOND_APPROVAL_FIRST: '2', SECOND_APPROVAL_PERCENT: '10', SITE_URL: this.siteUrl },
    );
    this.closers.push(() => this.desk.stop());
    await watchNoSchedules(this.desk.app);
    this.worker = await SimulatedWorker.open(this.database, this.environment, {
      accident,
      note: (words) => this.note(words),
      lines: () => this.trace.length,
      afterwards: async (noted) => {
        await this.readMail();
        if (noted) await this.moveTo(this.now + 700);
      },
    });
    this.closers.push(() => this.worker.stop());
  }

  async close(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.time.now;
  }

  async moveTo(ms: number): Promise<void> {
    this.time.moveTo(ms);
    this.clock.set(new Date(this.now));
    await this.database.setTime(this.now);
  }

  note(words: string): void {
    const line = `${new Date(this.now).toISOString()} ${words.replaceAll(/:\d{4,5}\b/g, ':port')}`;
    this.trace.push(line);
    this.onNote(line);
  }

  get traceHash(): string {
    return createHash('sha256').update(this.trace.join('\n')).digest('hex').slice(0, 16);
  }

  /** Reads what the mail server has taken since. */
  async readMail(): Promise<void> {
    for (const message of this.mail.taken.splice(0)) {
      const mail = await simpleParser(message);
      const to = [mail.to ?? []]
        .flat()
        .map(({ text }) => text)
        .join(', ');
      this.emails.push({ at: this.now, to, subject: mail.subject ?? '', text: mail.text ?? '', mail });
      this.note(`email to ${to}: ${mail.subject}`);
    }
  }

  /** A call of the control API of the local Stripe. */
  async stripe<T = Record<string, unknown>>(path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.sandbox.url}/_sandbox/${path}`, {
      method: body ? 'POST' : 'GET',
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.database.source.query(sql, parameters);
  }
}
