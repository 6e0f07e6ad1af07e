import { simpleParser } from 'mailparser';
import { DataSource } from 'typeorm';
import { DeliveryService } from '@app/delivery';
import { failedJobs } from '@app/jobs';
import { systemClock } from '@app/kernel';
import { OrdersService, StaffTasks } from '@app/orders';
import { CheckoutService } from '@app/payments';
import { until } from '../../apps/cli/src/journey/until.js';
import { schedules } from '../../apps/worker/src/schedules.js';
import { ReviewScene } from '../../libs/review/src/review-scene.builder.js';
import { WorkerHouse } from '../support/schedules/worker-house.js';

const names = schedules.map(({ job }) => job.name).sort();

describe('a worker that starts after an outage', () => {
  let house: WorkerHouse;
  beforeAll(async () => {
    house = await WorkerHouse.open();
  });
  afterAll(() => house.close());

  it('lets every schedule tick once by its cron, and each does what it is for', async () => {
    const lost = await house.paidUnseen('lost@example.org');
    const { order: unsent, session } = await house.paidUnseen('unsent@example.org');
    await house.get(CheckoutService).confirm(session);
    await house.get(DeliveryService).oweConfirmation(unsent.id);
    // A restored backup, say: the email is owed, its job is gone.
    await house.query('delete from graphile_worker._private_jobs');
    await house.query(`update deliveries set send_after = now() - interval '1 hour'`);
    const scene = new ReviewScene(house.app.get(DataSource), systemClock);
    const { reviewId } = await scene.review();
    const { staffId } = await scene.staff('Kim');
    await house.query(
      `update reviews set state = 'claimed', claimed_by = $2, claimed_at = now() - interval '3 hours',
         claim_active_at = now() - interval '3 hours' where id = $1`,
      [reviewId, staffId],
    );
    const ended = await house.assessment(true);

    await house.start();
    const beats = await house.ticked();
    expect(beats).toEqual(
      names.map((name) => ({ name, last_succeeded: expect.any(Date), last_error: null, failing: false })),
    );

    // payment.reconcile
    expect(await house.get(OrdersService).byId(lost.order.id)).toMatchObject({
      state: 'paid',
      paidPence: 4900,
    });
    // review.release-stale
    expect(await house.query('select state, claimed_by from reviews where id = $1', [reviewId])).toEqual([
      { state: 'queued', claimed_by: null },
    ]);
    // personal-data.erase-out-of-time
    expect(await house.query('select 1 from assessments where id = $1', [ended])).toEqual([]);
    // delivery.sweep, and what follows from the payment that was found
    const emails = await until('both confirmations', async () =>
      house.mail.taken.length >= 2
        ? await Promise.all(house.mail.taken.map((each) => simpleParser(each)))
        : undefined,
    );
    expect(emails.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual([
      'lost@example.org',
      'unsent@example.org',
    ]);
    expect(await failedJobs(house.database.source.manager)).toEqual([]);
    expect(await house.get(StaffTasks).open()).toEqual([]);
  });

  it('says so on its health port and in its metrics', async () => {
    const health = await house.ask('/health');
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
    expect((await house.ask('/health/ready')).status).toBe(200);
    expect((await house.ask('/health/live')).status).toBe(200);
    expect((await house.ask('/nothing')).status).toBe(404);
    const { body } = await house.ask('/metrics');
    for (const name of names) {
      expect(body).toMatch(new RegExp(`^schedule_seconds_since_success\\{schedule="${name}"\\} \\d`, 'm'));
      expect(body).toContain(`schedule_failures_total{schedule="${name}"} 0`);
      expect(body).toContain(`schedule_in_trouble{schedule="${name}"} 0`);
    }
    expect(body).toContain('process_cpu_seconds_total');
  });
});
