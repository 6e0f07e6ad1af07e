import { OrderBlockers } from '@app/orders';
import { CheckoutService } from '@app/payments';
import { StaffTasks } from '@app/tasks';
import { ScheduleWatch } from '@app/jobs';
import { DataSource } from 'typeorm';
import { schedules } from '../../apps/worker/src/schedules.js';
import { ImapServer } from '../../libs/mail/src/bounces/imap-server.builder.js';
import { aReport } from '../../libs/mail/src/bounces/report.builder.js';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';

const READ = 'delivery.read-bounces';
/** One attempt, so that a tick that fails has failed for good. */
const once = schedules
  .filter(({ job }) => job.name === READ)
  .map((schedule) => ({ ...schedule, job: { ...schedule.job, maxAttempts: 1 } }));

let mailbox: ImapServer;
let fixture: WorkerFixture;
beforeAll(async () => {
  mailbox = new ImapServer('none');
  const url = await mailbox.start();
  fixture = await WorkerFixture.open(undefined, { BOUNCE_IMAP_URL: url, BOUNCE_IMAP_TLS: 'none' });
});
afterAll(async () => {
  await fixture?.close();
  await mailbox.stop();
});

const tick = (): Promise<void> => fixture.tick(READ, { schedules: once });
const kinds = async (): Promise<string[]> =>
  (await fixture.get(StaffTasks).open()).map(({ kind }) => kind).sort();

describe('reports in a mailbox that speaks IMAP', () => {
  it('are read by the schedule and matched by the Message-ID, each once, and stay in the mailbox as read', async () => {
    const { order, session } = await fixture.paidUnseen('ada@example.org', 'start_now');
    await tick();
    await fixture.get(CheckoutService).confirm(session);
    await fixture.quiet();
    const [{ id: messageId } = { id: '' }] = await fixture.query<{ id: string }>(
      `select message_id as id from deliveries where state = 'accepted'`,
    );
    mailbox.arrives(Buffer.from('Subject: I am on holiday\r\n\r\nUntil Monday.\r\n'));
    mailbox.arrives(aReport({ messageId }));
    mailbox.arrives(aReport({ messageId }));
    await tick();
    expect(mailbox.flags).toEqual(Array(3).fill(['\\Seen']));
    expect(await fixture.query('select state, smtp_response from deliveries')).toEqual([
      { state: 'bounced', smtp_response: 'It came back: 5.1.1 550 5.1.1 unknown user' },
    ]);
    expect((await fixture.get(OrderBlockers).current(order.id)).map(({ kind }) => kind)).toEqual(['bounce']);
    expect(await kinds()).toEqual(['delivery_bounced']);
    expect((await fixture.ask('/health')).status).toBe(200);
  });

  it('that cannot be reached are a failing schedule: red, a task with the words, and well again by itself', async () => {
    const { password } = mailbox;
    mailbox.password = 'changed';
    await tick();
    const [beat] = await fixture.query<{ last_error: string }>(
      'select last_error from schedule_heartbeats where name = $1',
      [READ],
    );
    expect(beat?.last_error).toBe(
      'The mailbox for bounces (INBOX at localhost) refused the login: see BOUNCE_IMAP_URL.',
    );
    expect((await fixture.ask('/health')).status).toBe(503);
    const settle = (): Promise<void> =>
      new ScheduleWatch(fixture.app.get(DataSource), fixture.get(StaffTasks), () => 1).settle();
    await settle();
    expect(await kinds()).toEqual(['delivery_bounced', 'schedule_failing']);
    mailbox.password = password;
    await tick();
    await settle();
    expect((await fixture.ask('/health')).status).toBe(200);
    expect(await kinds()).toEqual(['delivery_bounced']);
  });
});
