import { failedJobs } from '@app/jobs';
import { CheckoutService } from '@app/payments';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';

let fixture: WorkerFixture;
beforeAll(async () => {
  fixture = await WorkerFixture.open();
});
afterAll(() => fixture?.close());

/** A job as an earlier release wrote it: what it names is in the row, whatever the code says now. */
const queued = (name: string, payload: object): Promise<unknown> =>
  fixture.query('select graphile_worker.add_job($1, payload := $2::json)', [name, JSON.stringify(payload)]);

describe('a job that was queued before a deploy', () => {
  it('about a refund, which named no refund then, is still told of, once for each sum given back', async () => {
    const { order, session } = await fixture.paidUnseen('ada@example.org', 'start_now');
    await fixture.get(CheckoutService).confirm(session);
    const orderId = order.id;
    for (const totalPence of [1_000, 1_000, 2_500])
      await queued('order.tell-refunded', { orderId, amountPence: totalPence % 2_000 || 1_000, totalPence });
    await queued('order.tell-refund-failed', { orderId, amountPence: 500, totalPence: 2_000 });
    await fixture.start();
    await fixture.quiet();
    const subjects = (await fixture.mail.emails()).map(({ subject }) => subject ?? '').sort();
    expect(subjects).toEqual([
      expect.stringContaining('is confirmed'),
      expect.stringContaining('Your refund of £5 has not reached you'),
      expect.stringContaining('£10 is on its way back to you'),
      expect.stringContaining('£5 is on its way back to you'),
    ]);
    expect(await failedJobs(fixture.database.source.manager)).toEqual([]);
  });
});
