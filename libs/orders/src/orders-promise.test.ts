import { runJobs, testEnvironment } from '@app/testing';
import { OrderJobs } from './order.jobs.js';
import { OrdersFixture } from './orders.builder.js';
import { PromiseWatch } from './promise-watch.js';
import { OnTimeRecord } from './on-time-record.js';
import { Rechecks } from './recheck/rechecks.js';

let fixture: OrdersFixture;
beforeAll(async () => {
  fixture = await OrdersFixture.open();
});
afterAll(() => fixture?.close());
beforeEach(() => fixture.clock.set('2026-11-24T10:00:00Z'));

describe('the promise', () => {
  it('is stored when the confirmation is accepted, and never moves', async () => {
    const order = await fixture.paidOrder();
    const accepted = new Date('2026-11-24T16:59:00Z');
    fixture.clock.set(accepted);
    await fixture.inTransaction((manager) =>
      fixture.orders.confirmationAccepted(manager, order.id, accepted),
    );
    const promised = await fixture.reread(order.id);
    expect(promised.clockStartedAt).toEqual(accepted);
    expect(promised.targetAt).toEqual(new Date('2026-11-25T18:00:00Z'));
    expect(promised.promiseAt).toEqual(new Date('2026-11-26T18:00:00Z'));
    fixture.clock.set('2026-12-20T10:00:00Z');
    await fixture.inTransaction((manager) =>
      fixture.orders.confirmationAccepted(manager, order.id, fixture.clock.now()),
    );
    await fixture.inTransaction((manager) => fixture.orders.startClock(manager, order.id));
    expect(await fixture.reread(order.id)).toEqual(promised);
    expect(await fixture.names(order.id)).toEqual([
      'placed',
      'paid',
      'confirmation_accepted',
      'clock_started',
    ]);
    expect(await fixture.jobsOf(order.id)).toHaveProperty(['blueprint.draft']);
  });

  it('waits for the end of the cancellation period when the customer chose that', async () => {
    const order = await fixture.paidOrder({ startChoice: 'start_after_cancellation_period', consents: [] });
    await fixture.inTransaction((manager) =>
      fixture.orders.confirmationAccepted(manager, order.id, fixture.clock.now()),
    );
    const jobs = await fixture.jobsOf(order.id);
    expect(jobs['order.start-clock']).toEqual(new Date('2026-12-09T00:00:00Z'));
    expect(jobs).not.toHaveProperty(['blueprint.draft']);
    await fixture.inTransaction((manager) => fixture.orders.startClock(manager, order.id));
    expect((await fixture.reread(order.id)).clockStartedAt).toBeNull();

    fixture.clock.set('2026-12-09T03:00:00Z');
    await fixture.database.source.query(
      `update graphile_worker._private_jobs set run_at = now() where key = $1`,
      [`start-clock:${order.id}`],
    );
    const watch = new PromiseWatch(
      fixture.database.source,
      fixture.clock,
      testEnvironment(),
      fixture.acts,
      fixture.tasks,
    );
    await runJobs(
      fixture.database.source,
      new OrderJobs(
        fixture.database.source,
        fixture.orders,
        watch,
        new Rechecks(fixture.database.source, fixture.clock),
        new OnTimeRecord(fixture.database.source, fixture.clock),
      ).boundJobs(),
    );
    // The worker was three hours late; the customer's time does not depend on that.
    expect(await fixture.reread(order.id)).toMatchObject({
      clockStartedAt: new Date('2026-12-09T00:00:00Z'),
      promiseAt: new Date('2026-12-11T18:00:00Z'),
    });
  });

  it('does not start for an order that was cancelled meanwhile', async () => {
    const order = await fixture.paidOrder();
    await fixture.orders.cancel(order.id, 'changed my mind');
    await fixture.inTransaction((manager) =>
      fixture.orders.confirmationAccepted(manager, order.id, fixture.clock.now()),
    );
    expect((await fixture.reread(order.id)).promiseAt).toBeNull();
  });
});
