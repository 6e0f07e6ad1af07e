import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { enqueue } from '@app/jobs';
import { addBusinessTime, CLOCK, type Clock, newTimeAfter, unlessExhausted } from '@app/kernel';
import { StaffTasks } from '@app/tasks';
import type { OrderActor } from './acts/act.js';
import { ActRunner } from './acts/act-runner.js';
import { missCorrection } from './acts/miss-correction.act.js';
import { missPromise } from './acts/miss-promise.act.js';
import { startClock } from './acts/start-clock.act.js';
import { warnAtRisk } from './acts/warn-at-risk.act.js';
import { warnCorrectionAtRisk } from './acts/warn-correction-at-risk.act.js';
import { pressingCorrections } from './correction/corrections.store.js';
import { sendConfirmation } from './order/order-job-definitions.js';
import { ordersNotStarted, pressingOrders } from './promises.store.js';

/** A promise with this much business time left or less is at risk; milliseconds. */
export const AT_RISK_MS = 4 * 3_600_000;
/** How long a paid order may wait for its confirmation or its clock before it is looked after; milliseconds. */
const PATIENCE_MS = 15 * 60_000;

const SYSTEM: OrderActor = { kind: 'system' };

/** Looks after every promise: what is at risk, what is late, of corrections too, and what was paid and has not started. Each order in its own transaction. */
@Injectable()
export class PromiseWatch {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly acts: ActRunner,
    private readonly tasks: StaffTasks,
  ) {}

  /** Safe to repeat. One order in trouble holds up no other. @throws AggregateError of what went wrong, once all have been seen. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    const until = unlessExhausted(() => addBusinessTime(now, AT_RISK_MS)) ?? now;
    const wrong: unknown[] = [];
    const each = async (work: Promise<void>): Promise<void> => {
      await work.catch((error: unknown) => wrong.push(error));
    };
    for (const id of await pressingOrders(this.source.manager, until)) await each(this.press(id, now, until));
    for (const id of await pressingCorrections(this.source.manager, until))
      await each(this.pressCorrection(id, now, until));
    const before = new Date(now.getTime() - PATIENCE_MS);
    for (const order of await ordersNotStarted(this.source.manager, before))
      await each(this.start(order, now));
    if (wrong.length > 0)
      throw new AggregateError(
        wrong,
        `${wrong.length} orders could not be looked after: ${String(wrong[0])}`,
      );
  }

  private async press(id: string, at: Date, until: Date): Promise<void> {
    const missed = {
      at,
      newTimeAt: unlessExhausted(() => newTimeAfter(at)),
      percent: this.environment.LATE_REFUND_PERCENT,
    };
    await this.source.transaction(async (manager) => {
      await this.acts.run(manager, warnAtRisk, id, { at, until }, SYSTEM);
      await this.acts.run(manager, missPromise, id, missed, SYSTEM);
    });
  }

  private async pressCorrection(orderId: string, at: Date, until: Date): Promise<void> {
    const missed = { at, newTimeAt: unlessExhausted(() => newTimeAfter(at)) };
    await this.source.transaction(async (manager) => {
      await this.acts.run(manager, warnCorrectionAtRisk, orderId, { at, until }, SYSTEM);
      await this.acts.run(manager, missCorrection, orderId, missed, SYSTEM);
    });
  }

  /** A job that was lost is made anew, and somebody is asked to see why the order does not start. */
  private async start(
    order: { id: string; reference: string; confirmed: boolean },
    now: Date,
  ): Promise<void> {
    const { id, reference, confirmed } = order;
    await this.source.transaction(async (manager) => {
      const outcome = await this.acts.run(manager, startClock, id, { now }, SYSTEM);
      if (outcome.kind !== 'refused' || outcome.order.state !== 'paid') return;
      if (!confirmed) await enqueue(manager, sendConfirmation, { orderId: id }, { key: `confirm:${id}` });
      await this.tasks.raise(manager, {
        kind: 'work_not_started',
        subject: id,
        orderId: id,
        summary: confirmed
          ? `Order ${reference} is paid and confirmed, and work on it has not started: ${outcome.why}.`
          : `Order ${reference} is paid, and its confirmation has not reached the customer, so work has not started.`,
      });
    });
  }
}
