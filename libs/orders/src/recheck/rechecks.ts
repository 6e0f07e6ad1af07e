import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, plusDays } from '@app/kernel';
import { tellRecheck } from '../order/order-job-definitions.js';
import type { Order } from '../order/order.entity.js';
import { shareOrder } from '../order/orders.store.js';
import { type CountedFollowUps, type FollowUp, LEAST_ANSWERS } from './follow-up.js';
import {
  countFollowUps,
  emptyRecheck,
  findRecheck,
  moveChangedAnswers,
  noteChangedAnswers,
  noteFollowUp,
  noteReminded,
  ordersToRemind,
  type Recheck,
} from './rechecks.store.js';

/** When a customer is reminded of the re-check; days after delivery. */
export const RECHECK_DAYS = 90;
/** Who was not reminded by then, because we were away, is left in peace; days after delivery. */
const LATEST_DAYS = 180;
const BATCH = 500;

/** The re-check that belongs to every blueprint. */
@Injectable()
export class Rechecks {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Has everybody reminded whose time has come, once. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const time = { from: plusDays(now, -LATEST_DAYS), to: plusDays(now, -RECHECK_DAYS) };
    for (const orderId of await ordersToRemind(this.source.manager, time, BATCH))
      await this.source.transaction(async (manager) => {
        if ((await shareOrder(manager, orderId))?.erasedAt !== null) return;
        if (!(await noteReminded(manager, orderId, now))) return;
        await enqueue(manager, tellRecheck, { orderId }, { key: `tell-recheck:${orderId}` });
      });
  }

  /** From when on it says something; null while nothing is delivered, and once it is erased. */
  possibleFrom({ state, deliveredAt, erasedAt }: Order): Date | null {
    return state !== 'paid' || erasedAt || !deliveredAt ? null : plusDays(deliveredAt, RECHECK_DAYS);
  }

  async of(orderId: string): Promise<Recheck | null> {
    return await findRecheck(this.source.manager, orderId);
  }

  /** The customer works on changed answers; those they began before are forgotten about. */
  async changing(orderId: string, assessmentId: string): Promise<void> {
    await this.unlessErased(orderId, (manager) => noteChangedAnswers(manager, orderId, assessmentId));
  }

  /** In the transaction that made another assessment of the changed answers. */
  async moved(manager: EntityManager, from: string, to: string): Promise<void> {
    await moveChangedAnswers(manager, from, to);
  }

  /** What they did and whether it helped. */
  async answer(orderId: string, followUp: FollowUp): Promise<void> {
    await this.unlessErased(orderId, (manager) => noteFollowUp(manager, orderId, followUp, this.clock.now()));
  }

  /** Of what is erased meanwhile nothing is kept; whoever erases waits until this is done. */
  private async unlessErased(
    orderId: string,
    keep: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.source.transaction(async (manager) => {
      if ((await shareOrder(manager, orderId))?.erasedAt === null) await keep(manager);
    });
  }

  /** How often each answer was given, for anybody to read; null while there are too few. */
  async counted(): Promise<CountedFollowUps | null> {
    const counted = await countFollowUps(this.source.manager);
    return counted.answers < LEAST_ANSWERS ? null : counted;
  }

  /** Forgets what was said. @returns the assessment with the changed answers, which is its owner's to erase. */
  async forget(manager: EntityManager, orderId: string): Promise<string | null> {
    const recheck = await findRecheck(manager, orderId);
    await emptyRecheck(manager, orderId);
    return recheck?.assessmentId ?? null;
  }
}
