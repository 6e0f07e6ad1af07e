import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock } from '@app/kernel';
import { ActRunner, mustBeDone } from './acts/act-runner.js';
import type { OrderActor } from './acts/act.js';
import { askCorrection, type AskedFor } from './acts/ask-correction.act.js';
import { deliverCorrection } from './acts/deliver-correction.act.js';
import { type Redraft, redraftCorrection } from './acts/redraft-correction.act.js';
import type { Order } from './order/order.entity.js';
import { correctableUntil } from './correction/correction-kinds.js';
import {
  type Correction,
  correctionsOf,
  findCorrection,
  openCorrection,
} from './correction/corrections.store.js';

/** Putting a delivered blueprint right: asked for by its customer, decided by staff, settled when the answer or the corrected file has gone out. */
@Injectable()
export class Corrections {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly acts: ActRunner,
    private readonly environment: Environment,
  ) {}

  /**
   * The same form sent twice is one request.
   * @throws DomainError `correction_open` while another is under way, `correction_too_late`, `correction_impossible`, `order_blocked`.
   */
  async ask(orderId: string, asked: Omit<AskedFor, 'days' | 'at'>): Promise<void> {
    await this.source.transaction(async (manager) => {
      const input = { ...asked, days: this.environment.CORRECTION_DAYS, at: this.clock.now() };
      mustBeDone(await this.acts.run(manager, askCorrection, orderId, input, { kind: 'customer' }));
    });
  }

  /** Staff have the blueprint made again. A repeat changes nothing. @throws DomainError as the act. */
  async redraft(orderId: string, redraft: Omit<Redraft, 'at'>, actor: OrderActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const input = { ...redraft, at: this.clock.now() };
      mustBeDone(await this.acts.run(manager, redraftCorrection, orderId, input, actor));
    });
  }

  /** The corrected version has reached the customer's mail server. */
  async delivered(manager: EntityManager, orderId: string, correctionId: string, at: Date): Promise<void> {
    await this.acts.run(manager, deliverCorrection, orderId, { correctionId, at }, { kind: 'system' });
  }

  /** The request for which the blueprint is to be made again, until that is delivered. */
  async redrafting(manager: EntityManager, orderId: string): Promise<string | null> {
    const open = await openCorrection(manager, orderId);
    return open?.decision === 'redraft' ? open.id : null;
  }

  /** Until when a correction of an order can be asked for on its page; null while nothing is delivered. */
  possibleUntil(order: Pick<Order, 'deliveredAt'>): Date | null {
    return correctableUntil(order, this.environment.CORRECTION_DAYS);
  }

  async byId(id: string): Promise<Correction | null> {
    return await findCorrection(this.source.manager, id);
  }

  /** The one that is not settled yet, or null. */
  async open(orderId: string): Promise<Correction | null> {
    return await openCorrection(this.source.manager, orderId);
  }

  /** Every request about an order, newest first. */
  async of(orderId: string): Promise<Correction[]> {
    return await correctionsOf(this.source.manager, orderId);
  }
}
