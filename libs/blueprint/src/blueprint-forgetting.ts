import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OutsideFiles } from './outside/outside-files.js';
import { ordersOutside } from './outside/outside-files.store.js';
import { emptyBlueprints, hasDraft, removeBlueprintsOfOrders } from './blueprint-forgetting.store.js';

/** The blueprints of an order, once nobody may keep them any more. */
@Injectable()
export class BlueprintForgetting {
  constructor(private readonly outside: OutsideFiles) {}

  /** Whether a version of this order is being made or made again. */
  async isUnderWay(manager: EntityManager, orderId: string): Promise<boolean> {
    return await hasDraft(manager, orderId);
  }

  /**
   * Empties the blueprints of an order, once every copy outside was seen gone. What is left proves a customer's own copy genuine and says nothing of them.
   * @throws DomainError `files_unavailable` while the bucket is away; nothing is erased then.
   */
  async erase(manager: EntityManager, orderId: string, at: Date): Promise<void> {
    await this.outside.removeOf(manager, orderId);
    await emptyBlueprints(manager, orderId, at);
  }

  /** Which of these orders have a file outside as well: they are erased first, and cannot be removed before. */
  async keptOutside(manager: EntityManager, orderIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(await ordersOutside(manager, orderIds));
  }

  /** Removes the blueprints of these orders altogether; what points at them must be gone before. */
  async removeOrders(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
    await removeBlueprintsOfOrders(manager, orderIds);
  }
}
