import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { anchorAudit, AuditJobs, tellAdmins } from '@app/audit';
import { enqueue, type JobDefinition, type ScheduledTick } from '@app/jobs';
import { runJobs, tamper as tamperWith } from '@app/testing';
import { registerAuditCommands } from '../../apps/cli/src/commands/audit.command.js';
import { SiteAndDesk } from '../support/blockers/site-and-desk.js';

let folder: string;
let file: string;
let fixture: SiteAndDesk;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  file = join(folder, 'kept', 'anchors.log');
  fixture = await SiteAndDesk.open({ AUDIT_ANCHOR_FILE: file });
});
afterAll(async () => {
  await fixture?.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
  process.exitCode = 0;
});

/** Runs a schedule of the worker. */
async function tick(job: JobDefinition<ScheduledTick>): Promise<void> {
  const { source } = fixture.site.database;
  await enqueue(source.manager, job, {});
  await runJobs(source, fixture.site.app.get(AuditJobs).boundJobs());
}

/** What only somebody with the rights of the database's owner could do. */
const tamper = (sql: string): Promise<void> => tamperWith(fixture.site.database.source, sql);

/** `npm run cli -- audit verify …`: what it says, and how it ends. */
async function verify(...options: string[]): Promise<{ said: string; exit: unknown }> {
  const settings = {
    DATABASE_URL: fixture.site.database.url,
    APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
    AUDIT_KEY: 'audit-only-for-tests-audit-only-for-tests',
    AUDIT_ANCHOR_FILE: file,
    STRIPE_SECRET_KEY: 'sk_test_sandbox',
    STRIPE_WEBHOOK_SECRET: 'whsec_test',
    SMTP_URL: 'smtp://127.0.0.1:1',
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const said: string[] = [];
  const note = (line: string): void => void said.push(line);
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(note),
    vi.spyOn(console, 'error').mockImplementation(note),
  ];
  process.exitCode = 0;
  const program = new Command();
  registerAuditCommands(program);
  await program.parseAsync(['node', 'cli', 'audit', 'verify', ...options]);
  for (const spy of spies) spy.mockRestore();
  return { said: said.join('\n'), exit: process.exitCode };
}

describe('the audit log', () => {
  it('is read by the customer as who opened their file, and when: the role, never the name', async () => {
    const reviewer = await fixture.desk.signedIn('reviewer');
    const order = await fixture.inReview(reviewer);
    const support = await fixture.desk.signedIn('support');
    await support.open(`/orders/${order.orderId}`);
    await order.person.open(order.page);
    const { text } = order.person.here;
    expect(text).toMatch(/Who opened your file\s*Somebody in support, .*A reviewer, /);
    expect(text).not.toMatch(/Staff \d/);
  });

  it('tells every look at lists, searches and files, per order at the desk', async () => {
    const reviewer = await fixture.desk.signedIn('reviewer');
    const manager = await fixture.desk.signedIn('manager');
    const order = await fixture.inReview(reviewer);
    await manager.open('/reviews');
    await manager.open(`/orders?search=${order.reference}`);
    await manager.open(`${order.review}/blueprint.pdf`);
    const { body } = await manager.open(`/orders/${order.orderId}`);
    for (const words of ['in the queue', 'in a search', 'Blueprint viewed', 'Order viewed', 'Review claimed'])
      expect(body.split('id="seen"')[1]).toContain(words);
    const searched = await fixture.site.query(`select after from audit_log where action = 'orders.searched'`);
    expect(JSON.stringify(searched)).not.toContain(order.reference);
  });

  it('is anchored in a file by the hour and in an email to every admin by the day', async () => {
    await fixture.desk.signedIn('admin');
    await tick(anchorAudit);
    const [line = ''] = (await readFile(file, 'utf8')).split('\n');
    expect(line).toMatch(/^audit-anchor at=\S+ entries=\d+ last=\d+ head=[0-9a-f]{64} key=1 signature=/);
    fixture.site.mail.taken.length = 0;
    await tick(tellAdmins);
    const email = await fixture.site.mail.about('The Pivotwise audit log is whole');
    const kept =
      /audit-anchor .*signature=[0-9a-f]{64}/.exec((email.text ?? '').replace(/\s+/g, ' '))?.[0] ?? '';
    expect(await verify('--line', kept)).toMatchObject({
      exit: 0,
      said: expect.stringContaining('Compared with 2 anchors'),
    });
  });

  it('that was rewritten is found by the command', async () => {
    await tamper(`update audit_log set reason = 'because' where id = (select min(id) from audit_log)`);
    expect(await verify()).toMatchObject({
      exit: 1,
      said: expect.stringMatching(/BROKEN at entry 1: its content was changed/),
    });
    await tamper(`update audit_log set reason = null where id = (select min(id) from audit_log)`);
    expect((await verify()).exit).toBe(0);
  });

  it('whose tail was cut is found by the command, on the desk, and told to the admins', async () => {
    const admin = await fixture.desk.signedIn('admin');
    await tick(anchorAudit);
    await tamper('delete from audit_log where id = (select max(id) from audit_log)');
    expect(await verify()).toMatchObject({ exit: 1, said: expect.stringContaining('cut short') });
    expect((await admin.open('/audit?verify=1')).body).toContain('The chain is broken');
    fixture.site.mail.taken.length = 0;
    await tick(tellAdmins);
    expect((await fixture.site.emails()).map(({ subject }) => subject)).toEqual(
      Array(2).fill('The Pivotwise audit log is BROKEN'),
    );
  });
});
