import type { Bucket } from '@app/bucket';
import { OutsideFiles } from '@app/blueprint';
import { Environment } from '@app/config';
import { sha256 } from '@app/kernel';
import { OrderErasure, PersonalDataJobs } from '@app/personal-data';
import { StaffTasks } from '@app/tasks';
import { runJobs } from '@app/testing';
import { DataSource } from 'typeorm';
import { type Person } from '../../../apps/cli/src/journey/person.js';
import { filesInTable } from '../../../libs/blueprint/src/outside/files-in-table.builder.js';
import { S3Server } from '../../../libs/bucket/src/s3-server.builder.js';
import { WorkerFixture } from '../schedules/worker-fixture.js';
import { TestSite } from '../your-data/test-site.js';

/** What there is of a delivered blueprint. */
export interface Sent {
  readonly orderId: string;
  readonly person: Person;
  readonly page: string;
  readonly link: string;
  readonly id: string;
  readonly hash: string;
  /** What its copy is called in the bucket. */
  readonly key: string;
}

/** Where the bytes of a file are: it has left the table, and a copy may be outside. */
export const MOVED = { here: false, marked: true, erased: false };
export const MARKED = { here: true, marked: true, erased: false };
export const ERASED = { here: false, marked: false, erased: true };

/** The real site with a real bucket beside it. */
export class OutsideScene {
  private constructor(
    readonly server: S3Server,
    readonly bucket: Bucket,
    readonly site: TestSite,
  ) {}

  static async open(): Promise<OutsideScene> {
    const server = await S3Server.start();
    return new OutsideScene(server, server.bucket(), await TestSite.open(server.settings));
  }

  async close(): Promise<void> {
    await this.site.close();
    await this.server.stop();
  }

  query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.site.query(sql, parameters);
  }

  get outside(): OutsideFiles {
    return this.site.app.get(OutsideFiles, { strict: false });
  }

  get erasure(): OrderErasure {
    return this.site.app.get(OrderErasure, { strict: false });
  }

  /** What deals with files by another bucket than the site. */
  by(bucket?: Bucket): ReturnType<typeof filesInTable> {
    return filesInTable(this.site.app.get(DataSource), this.site.clock, bucket);
  }

  /** Somebody who has their blueprint, drawn and approved as always, and the link to it. */
  async delivered(email?: string): Promise<Sent> {
    this.site.mail.taken.length = 0;
    const { orderId, person, page } = await this.site.buyer(email);
    await this.site.deliver(orderId);
    const { text } = await this.site.mail.about('Blueprint is ready');
    const link = /\S+\/download\/\S+/.exec(text ?? '')?.[0] ?? '';
    const [row] = await this.query<{ id: string; hash: string }>(
      'select id, pdf_sha256 as hash from blueprints where order_id = $1',
      [orderId],
    );
    const { id = '', hash = '' } = row ?? {};
    return { orderId, person, page, link, id, hash, key: `blueprints/${id}/${hash}.pdf` };
  }

  /** One tick of the worker's schedule. */
  async tick(): Promise<void> {
    const fixture = await WorkerFixture.beside(this.site);
    try {
      await fixture.tick('delivery.move-files');
    } finally {
      await (fixture.worker?.stop() ?? fixture.app.close());
    }
  }

  async whereIs({ id }: Sent): Promise<unknown> {
    const [row] = await this.query(
      'select pdf is not null as here, pdf_outside_since is not null as marked, erased_at is not null as erased from blueprints where id = $1',
      [id],
    );
    return row;
  }

  /** The object as it lies in the bucket; null when there is none. */
  async object({ key }: Sent): Promise<Buffer | null> {
    return await this.bucket.get(key, 1_000_000);
  }

  /** What a browser has of the link: its page, and behind its button the file. */
  async collected({ link }: Sent): Promise<{ status: number; retryAfter: string | null; body: Buffer }> {
    const seen = async (answer: Response) => ({
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      body: Buffer.from(await answer.arrayBuffer()),
    });
    const landing = await fetch(link, { headers: { accept: 'text/html' } });
    const page = await seen(landing);
    if (page.status !== 200) return page;
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.body.toString())?.[1] ?? '';
    const cookie = landing.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    return await seen(
      await fetch(link, {
        method: 'POST',
        headers: { origin: new URL(link).origin, cookie },
        body: new URLSearchParams({ _csrf, file: 'pdf' }),
      }),
    );
  }

  /** Whether the link gives out the very file that was approved. */
  async isGivenOut(sent: Sent): Promise<boolean> {
    const { status, body } = await this.collected(sent);
    return status === 200 && sha256(body) === sent.hash;
  }

  /** Of which files staff are told that they are lost. */
  async lostTasks(): Promise<string[]> {
    const open = await this.site.app.get(StaffTasks, { strict: false }).open();
    return open.filter(({ kind }) => kind === 'file_lost').map(({ subject }) => subject);
  }

  /** Runs the erasures that were asked for and wait. */
  async erasures(): Promise<string[]> {
    const jobs = this.site.app.get(PersonalDataJobs, { strict: false }).boundJobs();
    return await runJobs(this.site.database.source, jobs);
  }

  /** Comes back once a connection is as this says. */
  async untilConnected(how: string): Promise<void> {
    const sql = `select 1 from pg_stat_activity where datname = current_database() and ${how}`;
    while ((await this.query(sql)).length === 0);
  }

  /** The settings of this site as variables of a process, without those of the bucket. */
  get variables(): Record<string, string> {
    return Object.fromEntries(
      Object.entries({ ...this.site.app.get(Environment) }).flatMap(([name, value]) =>
        value === undefined || name.startsWith('FILES_') ? [] : [[name, String(value)]],
      ),
    );
  }
}
