import { tamper } from '@app/testing';
import { DataSource } from 'typeorm';
import { DeliveryService } from '@app/delivery';
import { failedJobs } from '@app/jobs';
import { formatDay, formatDayTime, systemClock } from '@app/kernel';
import { type Order, OrdersService } from '@app/orders';
import { StaffTasks } from '@app/tasks';
import { CheckoutService } from '@app/payments';
import { until } from '../../apps/cli/src/journey/until.js';
import { schedules } from '../../apps/worker/src/schedules.js';
import { ReviewScene } from '../../libs/review/src/review-scene.builder.js';
import { recipientOf } from '../../libs/delivery/src/mail-server.builder.js';
import { WorkerFixture } from '../support/schedules/worker-fixture.js';

const names = schedules.map(({ job }) => job.name).sort();

describe('a worker that starts after an outage', () => {
  let fixture: WorkerFixture;
  beforeAll(async () => {
    fixture = await WorkerFixture.open();
  });
  afterAll(() => fixture.close());

  it('lets every schedule tick once by its cron, and each does what it is for', async () => {
    const lost = await fixture.paidUnseen('lost@example.org');
    const { order: unsent, session } = await fixture.paidUnseen('unsent@example.org');
    await fixture.get(CheckoutService).confirm(session);
    await fixture.get(DeliveryService).enqueueConfirmation(unsent.id);
    // A restored backup, say: the email is owed, its job is gone.
    await fixture.query('delete from graphile_worker._private_jobs');
    await fixture.query(`update deliveries set send_after = now() - interval '1 hour'`);
    const scene = new ReviewScene(fixture.app.get(DataSource), systemClock);
    // Promised for a time to come: what is late becomes a task.
    const { reviewId } = await scene.review({ promiseAt: new Date(Date.now() + 7 * 86_400_000) });
    const { staffId } = await scene.staff('Kim');
    await fixture.query(
      `update reviews set state = 'claimed', claimed_by = $2, claimed_at = now() - interval '3 hours',
         claim_active_at = now() - interval '3 hours' where id = $1`,
      [reviewId, staffId],
    );
    const returned = await scene.review({ promiseAt: new Date(Date.now() + 7 * 86_400_000) });
    await tamper(
      fixture.database.source,
      `update reviews set state = 'returned', reason = 'Too vague.', decided_by = $2, decided_at = now() where id = $1`,
      [returned.reviewId, staffId],
    );
    const ended = await fixture.assessment(true);
    const given = await scene.review({ promiseAt: new Date(Date.now() + 7 * 86_400_000) });
    // Given up because it was late, the day before yesterday.
    await tamper(
      fixture.database.source,
      `update orders set state = 'cancelled', promise_at = now() - interval '3 days', cancelled_at = now() - interval '2 days' where id = $1`,
      [given.orderId],
    );

    await fixture.start();
    const beats = await fixture.ticked();
    expect(beats).toEqual(
      names.map((name) => ({ name, last_succeeded: expect.any(Date), last_error: null, failing: false })),
    );

    // payment.reconcile
    expect(await fixture.get(OrdersService).byId(lost.order.id)).toMatchObject({
      state: 'paid',
      paidPence: 4900,
    });
    // review.release-stale
    expect(await fixture.query('select state, claimed_by from reviews where id = $1', [reviewId])).toEqual([
      { state: 'queued', claimed_by: null },
    ]);
    // review.count-figures
    expect(await fixture.query('select review_id, state from review_figures')).toEqual([
      { review_id: returned.reviewId, state: 'returned' },
    ]);
    // order.count-on-time
    expect(await fixture.query('select due, on_time from on_time_days')).toEqual([{ due: 1, on_time: 0 }]);
    // personal-data.erase-out-of-time
    expect(await fixture.query('select 1 from assessments where id = $1', [ended])).toEqual([]);
    // delivery.sweep, and what follows from the payment that was found
    const emails = await until('both confirmations', async () =>
      fixture.mail.taken.length >= 2 ? await fixture.mail.emails() : undefined,
    );
    expect(emails.map(recipientOf).sort()).toEqual(['lost@example.org', 'unsent@example.org']);
    expect(await failedJobs(fixture.database.source.manager)).toEqual([]);
    expect(await fixture.get(StaffTasks).open()).toEqual([]);
  });

  it('does what lies ahead when its time comes: lets an unpaid order go, starts the clock after the wait', async () => {
    const unpaid = await fixture.placed('unpaid@example.org');
    const waiting = await fixture.paidUnseen('waiting@example.org');
    await fixture.get(CheckoutService).confirm(waiting.session);
    await until(
      'the wait to be noted',
      async () => (await fixture.jobs('order.start-clock', waiting.order.id))[0],
    );
    const waited = await fixture.get(OrdersService).byId(waiting.order.id);
    // Sixteen days go by.
    const ids = [unpaid.order.id, waiting.order.id];
    // The database keeps what an order was told of its time; only a test may let days go by.
    await tamper(
      fixture.database.source,
      `update orders set created_at = created_at - wait, expires_at = expires_at - wait, paid_at = paid_at - wait,
           answers_complete_at = answers_complete_at - wait, confirmation_accepted_at = confirmation_accepted_at - wait,
           wait_ends_at = wait_ends_at - wait, expected_at = expected_at - wait
         from (select interval '16 days' as wait) as time where id = any($1)`,
      [ids],
    );
    await fixture.query(
      `update graphile_worker._private_jobs set run_at = run_at - interval '16 days' where payload ->> 'orderId' = any($1)`,
      [ids],
    );
    const orderOf = (id: string): Promise<Order | null> => fixture.get(OrdersService).byId(id);
    await until('the unpaid order to go', async () =>
      (await orderOf(unpaid.order.id))?.state === 'expired' ? true : undefined,
    );
    const started = await until('the clock to start', async () => {
      const order = await orderOf(waiting.order.id);
      return order?.clockStartedAt ? order : undefined;
    });
    expect(started.promiseAt?.getTime()).toBeGreaterThan(started.clockStartedAt?.getTime() ?? 0);
    const theirs = await until('the email about it', async () => {
      const emails = (await fixture.mail.emails()).filter(
        (email) => recipientOf(email) === 'waiting@example.org',
      );
      return emails.length >= 2 ? emails : undefined;
    });
    const confirmation = theirs.find(({ subject }) => subject?.includes('is confirmed'));
    const begun = theirs.find(({ subject }) => subject?.includes('We have started'));
    const { waitEndsAt, expectedAt } = waited ?? {};
    for (const body of [confirmation?.html, confirmation?.text])
      expect(String(body).replace(/<[^>]+>|\s+/g, ' ')).toMatch(
        new RegExp(
          `Work starts on ${formatDay(waitEndsAt ?? new Date(0))}.* by +${formatDayTime(expectedAt ?? new Date(0))}`,
        ),
      );
    for (const body of [begun?.html, begun?.text])
      expect(String(body).replace(/<[^>]+>|\s+/g, ' ')).toContain(
        `You will have it by ${formatDayTime(started.promiseAt ?? new Date(0))}`,
      );
  });

  it('gives the money back after a cancellation', async () => {
    const { order, session } = await fixture.paidUnseen('gone@example.org');
    await fixture.get(CheckoutService).confirm(session);
    await fixture.get(OrdersService).cancel(order.id, 'changed my mind');
    const email = await until('the email about it', async () => {
      const taken = await fixture.mail.emails();
      return taken.find(
        (email) => recipientOf(email) === 'gone@example.org' && email.subject?.endsWith('is cancelled'),
      );
    });
    expect(email.text).toContain(order.reference);
    const refunds = await until('the refund', async () => {
      const { refundedPence } = (await fixture.get(OrdersService).byId(order.id)) ?? {};
      return refundedPence === 0 ? undefined : refundedPence;
    });
    expect(refunds).toBe(4900);
  });

  it('says so on its health port and in its metrics', async () => {
    const health = await fixture.ask('/health');
    expect([health.status, JSON.parse(health.body)]).toEqual([
      200,
      {
        status: 'ok',
        database: 'ok',
        schedules: Object.fromEntries(
          names.map((name) => [name, { state: 'well', lastSucceeded: expect.any(String) }]),
        ),
      },
    ]);
    expect((await fixture.ask('/health/ready')).status).toBe(200);
    expect((await fixture.ask('/health/live')).status).toBe(200);
    expect((await fixture.ask('/nothing')).status).toBe(404);
    const { body } = await fixture.ask('/metrics');
    for (const name of names) {
      expect(body).toMatch(new RegExp(`^schedule_seconds_since_success\\{schedule="${name}"\\} \\d`, 'm'));
      expect(body).toContain(`schedule_failures_total{schedule="${name}"} 0`);
      expect(body).toContain(`schedule_in_trouble{schedule="${name}"} 0`);
    }
    expect(body).toContain('process_cpu_seconds_total');
  });
});
