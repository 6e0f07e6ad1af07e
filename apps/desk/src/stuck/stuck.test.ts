import { StuckJobs, tellStaff } from '@app/stuck';
import { enqueue } from '@app/jobs';
import { plusDays } from '@app/kernel';
import { StaffTasks, type TaskKind } from '@app/tasks';
import { runJobs } from '@app/testing';
import { MoodyMailServer, recipientOf } from '../../../../libs/delivery/src/mail-server.builder.js';
import { type TestDesk, startDesk } from '../test-desk.builder.js';

let fixture: TestDesk;
const mail = new MoodyMailServer();
beforeAll(async () => {
  fixture = await startDesk(undefined, { SMTP_URL: await mail.start() });
});
afterAll(async () => {
  await fixture.stop();
  await mail.stop();
});

/** A job that has used up its attempts. */
async function failed(name: string, error: string, day: string): Promise<void> {
  const { source } = fixture.database;
  await source.query(`select graphile_worker.add_job($1, json_build_object(), max_attempts := 1)`, [name]);
  await source.query(
    `update graphile_worker._private_jobs set attempts = 1, last_error = $1, updated_at = $2 where attempts = 0 and last_error is null`,
    [error, day],
  );
}
const attempts = async (): Promise<number[]> =>
  (
    await fixture.database.source.query<{ attempts: number }[]>(
      'select attempts from graphile_worker._private_jobs order by id',
    )
  ).map((row) => row.attempts);
const raise = (kind: TaskKind, subject: string, summary: string): Promise<void> =>
  fixture.database.source.transaction((manager) =>
    fixture.app.get(StaffTasks).raise(manager, { kind, subject, summary }),
  );
const group = (body: string, title: string): string =>
  new RegExp(`${title}.*?name="group" value="(\\w+)"`, 's').exec(body)?.[1] ?? 'none';

describe('stuck work', () => {
  it('is on one page, jobs grouped by cause, the oldest first, with what to do', async () => {
    await failed('thing.make', 'Printer 7 is on fire', '2026-11-20T10:00Z');
    await failed('thing.make', 'Printer 8 is on fire', '2026-11-22T10:00Z');
    await fixture.database.source.query(
      `insert into schedule_heartbeats (name, interval_seconds, watched_since, last_started, last_succeeded, last_failed, last_error, failures, failing)
       values ('thing.sweep', 300, '2026-11-01', '2026-11-21', '2026-11-21', '2026-11-21', 'The broom broke', 3, true),
              ('thing.well', 300, now(), now(), now(), null, null, 0, false)`,
    );
    await raise('payment_second', 'pi_1', 'Paid twice.');
    await raise('complaint', 'letter', 'Late.');
    await fixture.database.source.query(
      `update staff_tasks set due_at = '2026-11-22' where kind = 'complaint'`,
    );
    const { body } = await (await fixture.signedIn('support')).open('/stuck');
    const at = ['2 × thing.make', 'thing.sweep', 'Payment second'].map((words) => body.indexOf(words));
    expect(at.every((place) => place > 0)).toBe(true);
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(body).toContain('Refund the second payment in full');
    // It asks for words alone, so it is settled among the tasks.
    expect(body).toMatch(/href="\/tasks#resolution-[0-9a-f-]{36}">Go to the task/);
    expect(body).not.toContain('thing.well');
    expect(body).not.toContain('/stuck/retry');
    // The desk looks at the schedules by itself, and would raise a task at a time of its own.
    await fixture.database.source.query('delete from schedule_heartbeats');
    await fixture.database.source.query(`update staff_tasks set closed_at = now() where kind = 'complaint'`);
  });

  it('is retried a group at a time, each job once however often the button is pressed, and audited', async () => {
    await failed('thing.make', 'Other trouble', '2026-11-23T10:00Z');
    const [ana, bob] = [await fixture.signedIn('manager'), await fixture.signedIn('admin')];
    const { body } = await ana.open('/stuck');
    await bob.open('/stuck');
    const form = { group: group(body, '2 × thing\\.make') };
    const answers = await Promise.all([ana.send('/stuck/retry', form), bob.send('/stuck/retry', form)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await attempts()).toEqual([0, 0, 1]);
    expect((await ana.send('/stuck/retry', { group: 'x' })).status).toBe(422);
    const entries = await fixture.database.source.query<{ after: { ids: string[] } }[]>(
      `select after from audit_log where action = 'jobs.retried'`,
    );
    expect(entries.map(({ after }) => after.ids.length)).toEqual([2]);
  });
});

describe('staff', () => {
  const tell = async (): Promise<{ to: string; subject: string; text: string }[]> => {
    mail.taken.length = 0;
    await enqueue(fixture.database.source.manager, tellStaff, {});
    await runJobs(fixture.database.source, fixture.app.get(StuckJobs).boundJobs(), fixture.clock);
    return (await mail.emails()).map((email) => ({
      to: recipientOf(email),
      subject: email.subject ?? '',
      text: (email.text ?? '').replace(/\s+/g, ' '),
    }));
  };
  const emailsOf = async (role: string): Promise<string[]> =>
    (
      await fixture.database.source.query<{ email: string }[]>(
        'select email from staff where $1 = any (roles) order by email',
        [role],
      )
    ).map(({ email }) => email);

  it('have a task with a time for each job that failed for good, until none of its name is', async () => {
    const { source } = fixture.database;
    const tasks = (): Promise<{ subject: string; open: boolean; due: boolean }[]> =>
      source.query(
        `select subject, closed_at is null as open, due_at > opened_at as due from staff_tasks where kind = 'job_failed' order by subject`,
      );
    await failed('thing.print', 'No paper', '2026-11-23T10:00Z');
    await tell();
    const task = { subject: 'thing.print', open: true, due: true };
    expect(await tasks()).toContainEqual(task);
    await tell();
    expect(await tasks()).toContainEqual(task);
    await source.query(
      `delete from graphile_worker._private_jobs where task_id = (select id from graphile_worker._private_tasks where identifier = 'thing.print')`,
    );
    await tell();
    expect(await tasks()).toContainEqual({ ...task, open: false });
    await source.query('delete from staff_notices');
  });

  it('are told once a day of each reason, by role, without a word about anybody', async () => {
    await raise('promise_at_risk', 'order-1', 'The blueprint of Zqx Lovelace is promised for today.');
    await raise('complaint', 'letter-1', 'Zqx Lovelace complains.');
    const first = await tell();
    expect(first.map(({ to }) => to).sort()).toEqual(
      [...(await emailsOf('manager')), ...(await emailsOf('admin'))].sort(),
    );
    const [manager] = await emailsOf('manager');
    const toManager = first.find(({ to }) => to === manager);
    expect(toManager?.text).toContain('One task “promise at risk”');
    expect(toManager?.text).toContain('/stuck');
    expect(first.map(({ text }) => text).join()).not.toMatch(/Zqx|order-1|complaint/);
    expect(await tell()).toEqual([]);

    // Late by now, and of another kind: told the same day, alone.
    const early = fixture.clock.now();
    fixture.clock.set(plusDays(early, 5));
    const [support] = await emailsOf('support');
    const again = await tell();
    expect(again.find(({ to }) => to === support)?.text).toContain('One task “complaint”');
    expect(again.find(({ to }) => to === manager)?.text).toContain('promise at risk');
    fixture.clock.set(early);
  });

  it('are told again at the next run when the mail server was away', async () => {
    fixture.clock.set(plusDays(fixture.clock.now(), 30));
    mail.mood = 'refuse_for_now';
    await expect(tell()).rejects.toThrow('were not told what is stuck');
    mail.mood = 'accept';
    expect((await tell()).length).toBeGreaterThan(0);
    expect(await tell()).toEqual([]);
  });
});
