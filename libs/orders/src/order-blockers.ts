import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import type { OrderActor } from './acts/act.js';
import { ActRunner } from './acts/act-runner.js';
import { endBlocker, type EndedBlocker } from './acts/end-blocker.act.js';
import { raiseBlocker, type RaisedBlocker } from './acts/raise-blocker.act.js';
import type { OrderBlocker } from './blockers/order-blocker.entity.js';
import { blockersOf, currentBlockers } from './blockers/order-blockers.store.js';
import { isSilenced } from './promise/silenced.js';
import { requireUnblocked } from './blockers/require-unblocked.js';

const SYSTEM: OrderActor = { kind: 'system' };

/** What binds orders: raised in the transaction of its cause, ended by an act with a reason. */
@Injectable()
export class OrderBlockers {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly acts: ActRunner,
  ) {}

  /** One of a kind stands at a time, and a source is told of once: otherwise nothing changes. */
  async raise(
    manager: EntityManager,
    orderId: string,
    blocker: RaisedBlocker,
    actor = SYSTEM,
  ): Promise<void> {
    await this.acts.run(manager, raiseBlocker, orderId, blocker, actor);
  }

  /** In the transaction of what settled it; nothing when it does not stand. */
  async settle(manager: EntityManager, orderId: string, end: EndedBlocker, actor = SYSTEM): Promise<void> {
    await this.acts.run(manager, endBlocker, orderId, end, actor);
  }

  /**
   * A person ends one.
   * @throws DomainError `order_not_found`, `reason_missing`, `order_paused`.
   */
  async end(orderId: string, end: Omit<EndedBlocker, 'at'>, actor: OrderActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const outcome = await this.acts.run(
        manager,
        endBlocker,
        orderId,
        { ...end, at: this.clock.now() },
        actor,
      );
      if (outcome.kind === 'refused') throw new DomainError(outcome.code, outcome.why);
    });
  }

  /** @throws DomainError `order_blocked` */
  async requireNone(manager: EntityManager, orderId: string): Promise<void> {
    await requireUnblocked(manager, orderId);
  }

  /** Those that stand, oldest first, of one order or of several. */
  async current(...orderIds: readonly string[]): Promise<OrderBlocker[]> {
    return await currentBlockers(this.source.manager, orderIds);
  }

  /** Whether its customer waits for nothing now, so that no time is to be named to them. */
  async silenced(orderId: string): Promise<boolean> {
    return isSilenced(await this.current(orderId));
  }

  /** Standing and ended, oldest first. */
  async of(orderId: string): Promise<OrderBlocker[]> {
    return await blockersOf(this.source.manager, orderId);
  }
}
